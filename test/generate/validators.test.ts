import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PayloadValidator } from "@smart-webhooks/runtime/validate";
import { describe, expect, it } from "vitest";
import { generate, type GenerateRequest } from "../../src/generate.js";
import { compilers, compileStrictly } from "../compile-strictly.js";
import { compileFolder } from "../model/compile-folder.js";
import { tempFolder } from "../temp-folder.js";

interface Example {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly Example[];

const YAML = `
webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    event_header: X-Acme-Event
    action_field: action
    events: [payload, "it's", __proto__, task, bare]
  more:
    events: [task]
`;
const schema = (properties: object): string => JSON.stringify({ type: "object", properties });
const ACME = {
  "providers/acme/webhook.yaml": YAML,
  "schemas/acme/payload.schema.json": schema({ id: { type: "integer" } }),
  "schemas/acme/it's.schema.json": schema({ ["__proto__"]: { type: "string" }, 'a"b': { enum: ["x", 1] } }),
  "schemas/acme/__proto__.schema.json": schema({}),
  "schemas/acme/task.done.schema.json": schema({ action: { const: "done" }, by: { type: ["string", "null"] } }),
};

async function generateIn(cwd: string, request: Partial<GenerateRequest> & Pick<GenerateRequest, "provider">): Promise<Readonly<Record<string, string>>> {
  const { files } = await generate({ cwd, providersDir: join(cwd, "providers"), validators: true, ...request });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

describe("validators.ts", () => {
  it("is written only when it is asked for, and so is all that mentions it", async () => {
    const cwd = tempFolder(ACME);
    expect(Object.keys(await generateIn(cwd, { provider: "acme" }))).toEqual(["acme/handler.ts", "acme/more.ts", "acme/payloads.ts", "acme/validators.ts"]);
    const without = await generateIn(cwd, { provider: "acme", validators: undefined });
    expect(Object.keys(without)).toEqual(["acme/handler.ts", "acme/more.ts", "acme/payloads.ts"]);
    expect(Object.values(without).join()).not.toMatch(/validat/i);
  });

  it("is not written where no event has a schema", async () => {
    const cwd = tempFolder({ "providers/acme/webhook.yaml": YAML });
    expect(Object.keys(await generateIn(cwd, { provider: "acme" }))).toEqual(["acme/handler.ts", "acme/more.ts"]);
  });

  it("has a validator for each payload, and each event's in one table", async () => {
    const text = (await generateIn(tempFolder(ACME), { provider: "acme" }))["acme/validators.ts"] ?? "";
    expect(text).toContain('export const payloadValidator: PayloadValidator<PayloadPayload> = validator(shapes, "PayloadPayload");');
    expect(text).toContain('fields: { ["__proto__"]: "string", "a\\"b": ["string", "number"] }');
    expect(text.slice(text.indexOf("eventValidators({"))).toBe(
      "eventValidators({\n  payload: payloadValidator,\n  \"it's\": itSValidator,\n  [\"__proto__\"]: protoValidator,\n  task: { actions: { done: taskDoneValidator } },\n});\n",
    );
  });

  it.each(compilers)("compiles strictly with %s", async (compiler) => {
    const texts = await generateIn(tempFolder(ACME), { provider: "acme" });
    const github = await generateIn(tempFolder(), { provider: "github" });
    const use = `import { GitHubHandler } from "./github/handler.js";
import { pushValidator } from "./github/validators.js";
export const handler: GitHubHandler = GitHubHandler.define({}, { validate: "warn" });
const result = pushValidator["~standard"].validate({});
export const ref: string | undefined = result.issues ? undefined : result.value.ref;
`;
    const folder = compileFolder({ ...texts, ...github, "use.ts": use });
    expect(compileStrictly(compiler, folder, { include: ["**/*.ts"] })).toBe("");
  });

  it("takes every delivery of GitHub's that was recorded", async () => {
    const folder = tempFolder();
    const texts = await generateIn(folder, { provider: "github" });
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const module = (await import(/* @vite-ignore */ join(folder, "github/validators.ts"))) as Readonly<Record<string, PayloadValidator>>;
    const refused: string[] = [];
    let checked = 0;
    for (const { name, examples: payloads } of examples) {
      for (const [index, payload] of payloads.entries()) {
        const validator = module[constantOf(name, payload["action"])] ?? module[constantOf(name)];
        if (validator === undefined) continue;
        checked++;
        const { issues } = validator["~standard"].validate(payload);
        if (issues) refused.push(`${name}[${index}] ${JSON.stringify(issues)}`);
      }
    }
    expect(refused).toEqual([]);
    expect(checked).toBeGreaterThan(300);
  });
});

/** `pull_request` and `opened` → `pullRequestOpenedValidator` */
function constantOf(...words: readonly unknown[]): string {
  const pascal = words.filter((word) => typeof word === "string").join("_").split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}Validator`;
}
