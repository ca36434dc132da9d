import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listProviders } from "../../src/config/list-providers.js";
import { checkProviderName } from "../../src/config/provider-name.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { GenerateError } from "../../src/errors.js";
import { problemsOf, project, readAcme, yamlWith } from "./read-yaml.js";

describe("a provider's name", () => {
  it.each(["acme", "acme-pay", "aws_sns", "a", "x2", "a".repeat(64)])("may be %s", (name) => {
    expect(() => checkProviderName(name)).not.toThrow();
  });

  it.each([
    "",
    "../../escape",
    "/etc",
    "a\\..\\b",
    "ac\0me",
    "CON",
    "con",
    "com1",
    "--help-me",
    "Acme",
    "1a",
    "a.b",
    "a/b",
    "é",
    "a\n",
    "a".repeat(65),
    "__proto__",
  ])("may not be %j", (name) => {
    const refusal = (() => {
      try {
        return checkProviderName(name);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(GenerateError);
    const { message } = refusal as GenerateError;
    expect(message).toContain("provider");
    expect(message).toMatch(/^[\x20-\x7eé…]{1,120}$/);
  });
});

describe("looking up", () => {
  const where = (cwd: string): Parameters<typeof listProviders>[0] => ({
    cwd,
    providersDir: "providers",
    builtinDir: "package/providers",
  });

  it("lists both folders once, sorted, and only what is a provider", async () => {
    const cwd = await project({
      "providers/zeta/webhook.yaml": "",
      "providers/acme/webhook.yaml": "",
      "providers/empty/other.yaml": "",
      "providers/Upper/webhook.yaml": "",
      "providers/file": "",
      "package/providers/acme/webhook.yaml": "",
      "package/providers/a-b/webhook.yaml": "",
    });
    await mkdir(join(cwd, "providers/folder/webhook.yaml"), { recursive: true });
    expect(await listProviders(where(cwd))).toEqual(["a-b", "acme", "zeta"]);
    expect(await listProviders({ ...where(cwd), providersDir: "none", builtinDir: "none" })).toEqual([]);
  });

  it("suggests a provider for one that is not there", async () => {
    const cwd = await project({ "package/providers/github/webhook.yaml": yamlWith() });
    expect(await problemsOf(readProviderConfig("gihtub", where(cwd)))).toMatchObject([
      { code: "unknown-provider", message: expect.stringContaining("provider"), hint: "Did you mean github?" },
    ]);
    const [problem] = await problemsOf(readProviderConfig("nosuchprovider", where(cwd)));
    expect(problem?.hint).toContain("providers/nosuchprovider/webhook.yaml");
  });

  it("does not follow a link out of the folder", async () => {
    const cwd = await project({
      "outside.yaml": yamlWith(),
      "providers/keep": "",
      "outside/linked/webhook.yaml": yamlWith(),
    });
    await mkdir(join(cwd, "providers/acme"));
    await symlink(join(cwd, "outside.yaml"), join(cwd, "providers/acme/webhook.yaml"));
    await symlink(join(cwd, "outside/linked"), join(cwd, "providers/linked"));
    for (const name of ["acme", "linked"]) {
      expect(await problemsOf(readProviderConfig(name, where(cwd)))).toMatchObject([{ code: "path-outside" }]);
    }
  });

  it("refuses a folder called webhook.yaml", async () => {
    const cwd = await project({ "providers/acme/webhook.yaml/x": "" });
    expect(await problemsOf(readProviderConfig("acme", where(cwd)))).toMatchObject([{ code: "not-a-file" }]);
  });

  it("writes the class prefix and the secret's variable from the folder's name", async () => {
    const cwd = await project({
      "providers/acme-pay_eu/webhook.yaml": yamlWith({ signing_secret_env: null, path: null }),
    });
    const config = await readProviderConfig("acme-pay_eu", where(cwd));
    expect(config).toMatchObject({
      name: "AcmePayEu",
      source: "providers/acme-pay_eu/webhook.yaml",
      webhooks: [{ paths: ["/webhooks/acme-pay_eu"], secretEnv: "ACME_PAY_EU_WEBHOOK_SECRET" }],
    });
  });
});

describe("a user's file over a built-in one", () => {
  const builtin = `name: ACME\ndocs: https://example.com\n${yamlWith({ action_field: "action", shape: "{ push: [ref], pull_request: [number] }" })}`;

  it("extends it key by key", async () => {
    const config = await readAcme(
      "webhooks:\n  default:\n    path: /hooks/acme\n    events: [push, release]\n  extra:\n    events: [release]\n",
      builtin,
    );
    expect(config).toMatchObject({
      name: "ACME",
      docs: "https://example.com",
      source: "providers/acme/webhook.yaml",
      webhooks: [
        {
          name: "default",
          paths: ["/hooks/acme"],
          actionField: "action",
          shape: new Map([["push", ["ref"]]]),
          secretEnv: "ACME_WEBHOOK_SECRET",
        },
        {
          name: "extra",
          paths: ["/webhooks/acme/extra"],
          actionField: "action",
          verification: { scheme: { signature_header: ["x-acme-signature"] } },
        },
      ],
    });
    expect(config.webhooks[0]?.events.map(({ name, at }) => `${name} ${at.file}:${at.line}`)).toEqual([
      "push providers/acme/webhook.yaml:4",
      "release providers/acme/webhook.yaml:4",
    ]);
  });

  it("replaces what excludes each other, and the shape of the events it names", async () => {
    const config = await readAcme("webhooks:\n  default:\n    event_field: type\n    shape: { push: [id] }\n", builtin);
    expect(config.webhooks[0]).toMatchObject({
      event: { from: "field", path: "type" },
      shape: new Map([
        ["push", ["id"]],
        ["pull_request", ["number"]],
      ]),
    });
  });

  it("keeps the shape of all other events, and drops that of those it does not list", async () => {
    const shapeOf = async (yaml: string): Promise<unknown> => (await readAcme(`webhooks:\n  default:\n    ${yaml}\n`, builtin)).webhooks[0]?.shape;
    expect(await shapeOf("shape: { push: [id] }")).toEqual(new Map([["push", ["id"]], ["pull_request", ["number"]]]));
    expect(await shapeOf("shape: {}")).toEqual(new Map([["push", ["ref"]], ["pull_request", ["number"]]]));
    expect(await shapeOf("events: [push]\n    shape: { push: [id] }")).toEqual(new Map([["push", ["id"]]]));
  });

  it("shows each problem in the file that has it", async () => {
    const problems = await problemsOf(
      readAcme("webhooks:\n  default:\n    pth: /a\n", builtin.replace("push,", "push, push,")),
    );
    expect(problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`)).toEqual([
      "duplicate-event package/providers/acme/webhook.yaml:11",
      "unknown-key providers/acme/webhook.yaml:3",
    ]);
  });

  it("reads the built-in one alone when there is no other", async () => {
    const config = await readAcme(undefined, builtin);
    expect(config).toMatchObject({ source: "providers/acme/webhook.yaml", name: "ACME" });
  });

  it("reads a file once when both folders are one", async () => {
    const cwd = await project({ "providers/acme/webhook.yaml": yamlWith() });
    const config = await readProviderConfig("acme", {
      cwd,
      providersDir: "providers",
      builtinDir: join(cwd, "providers"),
    });
    expect(config.webhooks).toHaveLength(1);
  });
});
