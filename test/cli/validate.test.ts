import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const yaml = (keys: string): string => `webhooks:\n  default:\n    verification_type: hmac_sha256\n    signature_header: X-Sig\n    event_field: type\n${keys}`;
const ACME = { "providers/acme/webhook.yaml": yaml("    events: [paid]\n") };
const SCHEMA = "schemas/acme/paid.schema.json";

interface Result {
  readonly exitCode: number;
  readonly codes: readonly string[];
}

async function validate(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Result> {
  const { exitCode, stdout, stderr } = await capture(["validate", "--json", ...argv], tempFolder(files));
  expect(stderr).toBe("");
  const { warnings, problems } = JSON.parse(stdout) as Record<"warnings" | "problems", readonly { readonly code: string; readonly at?: object }[]>;
  return { exitCode, codes: [...problems, ...warnings].map(({ code }) => code) };
}

describe("validate", () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], Result]>([
    ["nothing is wrong", ACME, [], { exitCode: 0, codes: [] }],
    ["a broken YAML hides no broken schema", { "providers/acme/webhook.yaml": yaml("    evnts: [paid]\n    events: [paid]\n"), [SCHEMA]: '{"type":"objet"}' }, [], { exitCode: 1, codes: ["unknown-key", "unknown-type"] }],
    ["a broken overlay hides no broken schema", { ...ACME, "schemas/acme/overlay.yaml": "patchs: []\n", [SCHEMA]: '{"type":"objet"}' }, [], { exitCode: 1, codes: ["invalid-overlay", "unknown-key", "unknown-type"] }],
    ["names that collide", { "providers/acme/webhook.yaml": yaml("    events: [a.b, a-b]\n") }, [], { exitCode: 1, codes: ["name-collision"] }],
    ["a warning is no failure", { ...ACME, [SCHEMA]: '{"type":"object","requried":[]}' }, [], { exitCode: 0, codes: ["ignored-keyword"] }],
    ["but it is a strict one", { ...ACME, [SCHEMA]: '{"type":"object","requried":[]}' }, ["--strict"], { exitCode: 1, codes: ["ignored-keyword"] }],
    ["strict asks for schemas", ACME, ["--strict"], { exitCode: 1, codes: ["event-without-schema"] }],
    ["strict has nothing to say of what is complete", { ...ACME, [SCHEMA]: '{"type":"object"}' }, ["--strict"], { exitCode: 0, codes: [] }],
    ["strict finds an id that is not signed", { "providers/acme/webhook.yaml": yaml("    delivery_id_header: X-Id\n    events: [paid]\n"), [SCHEMA]: "{}" }, ["--strict"], { exitCode: 1, codes: ["id-not-signed"] }],
    ["an id in the body is signed", { "providers/acme/webhook.yaml": yaml("    delivery_id_field: id\n    events: [paid]\n"), [SCHEMA]: "{}" }, ["--strict"], { exitCode: 0, codes: [] }],
    ["a built-in provider is not asked for what nobody can change", {}, ["github", "--strict"], { exitCode: 0, codes: [] }],
    ["every one of the user's", { ...ACME, "providers/bad/webhook.yaml": "a: b\n" }, [], { exitCode: 1, codes: ["missing-webhooks", "unknown-key"] }],
    ["no provider of this name", ACME, ["acmee"], { exitCode: 2, codes: ["unknown-provider"] }],
    ["a name that leads elsewhere", ACME, ["../acme"], { exitCode: 2, codes: ["invalid-provider-name"] }],
    ["nothing to check", {}, [], { exitCode: 2, codes: ["no-providers"] }],
  ])("%s", async (_, files, argv, result) => {
    const { exitCode, codes } = await validate(files, ...argv);
    expect({ exitCode, codes: codes.toSorted() }).toEqual(result);
  });

  test("every place has its lines, those of strict findings too, and none of a built-in file", async () => {
    const cwd = tempFolder(ACME);
    const { stderr } = await capture(["validate", "acme", "twilio", "--strict"], cwd);
    expect(stderr).toContain("providers/acme/webhook.yaml:6:14  warning  event-without-schema");
    expect(stderr).toContain("> 6 |     events: [paid]\n    |              ^\n");
    expect(stderr).toContain("weak-hash");
    expect(stderr).not.toContain("verification_type: hmac_sha1");
  });

  test("keywords are looked for in every schema of a schema, and names of properties are none", async () => {
    const keywords = '{"properties":{"not":{"if":{}}},"definitions":{"a":{"x-mine":1,"requird":[]}},"anyOf":[{"contains":{}}],"items":{"not":{}},"default":{"not":1}}';
    const { codes } = await validate({ ...ACME, [SCHEMA]: keywords });
    expect(codes).toEqual(["ignored-keyword", "ignored-keyword", "ignored-keyword"]);
  });
});
