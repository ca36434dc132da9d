import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

type Json = Readonly<Record<string, unknown>>;

function webhook(schema: unknown, more: Json = {}): Json {
  return { post: { requestBody: { content: { "application/json": { schema } } }, ...more } };
}

function document(webhooks: Json, more: Json = {}): string {
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Acme Webhooks API" }, webhooks, ...more }, null, 1);
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const event = (type: string, more: Json = {}): Json => ({ type: "object", properties: { type: { const: type }, ...more }, required: ["type", ...Object.keys(more)] });

interface Imported {
  readonly yaml: string;
  readonly schemas: Readonly<Record<string, Json>>;
  readonly cwd: string;
}

async function importing(text: string, file = "openapi.json"): Promise<Imported> {
  const cwd = tempFolder({ [file]: text });
  expect(await capture(["import-openapi", file], cwd)).toMatchObject({ exitCode: 0 });
  const folder = join(cwd, "schemas/acme");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const schemas = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as Json]));
  return { yaml: readFileSync(join(cwd, "providers/acme/webhook.yaml"), "utf8"), schemas, cwd };
}

/** The payloads that generate makes once the YAML says how requests are signed. */
async function payloadsOf({ cwd, yaml }: Imported): Promise<string> {
  const filled = tempFolder({ "providers/acme/webhook.yaml": yaml.replace("    # verification_type: hmac_sha256", "    verification_type: none\n    verify_signature: false").replace("# event_field", "event_field") });
  cpSync(join(cwd, "schemas"), join(filled, "schemas"), { recursive: true });
  expect(await capture(["generate", "acme"], filled)).toMatchObject({ exitCode: 0 });
  return readFileSync(join(filled, "webhooks/acme/payloads.ts"), "utf8");
}

describe("import-openapi writes", () => {
  it("the YAML with what the document says, and as comments what it does not", async () => {
    const cwd = tempFolder({ "api.json": document({ paid: webhook(event("invoice.paid")), voided: webhook(event("invoice.voided", { by: ref("user") })) }, { components: { schemas: { user: { type: "object" } } } }) });
    expect(await capture(["import-openapi", "api.json"], cwd)).toEqual({
      exitCode: 0,
      stdout: "created  providers/acme/webhook.yaml\ncreated  schemas/acme/invoice.paid.schema.json\ncreated  schemas/acme/invoice.voided.schema.json\ncreated  schemas/acme/definitions.json\n",
      stderr: "Next: fill in how requests are signed in providers/acme/webhook.yaml, then npx smart-webhooks generate acme.\n",
    });
    expect(readFileSync(join(cwd, "providers/acme/webhook.yaml"), "utf8")).toBe(`# yaml-language-server: $schema=../../node_modules/smart-webhooks/schemas/webhook.schema.json
# Made by smart-webhooks from api.json, which does not say how requests are signed: fill in what is commented out.
webhooks:
  default:
    path: /webhooks/acme
    # signing_secret_env: ACME_WEBHOOK_SECRET
    # verification_type: hmac_sha256
    # signature_header: X-Acme-Signature
    event_field: type
    events:
      - invoice.paid
      - invoice.voided
`);
  });

  it("what several events share once, under its own name", async () => {
    const user = { type: "object", title: "A user", properties: { name: { type: "string", example: "x", "x-order": 1 }, boss: ref("user") } };
    const imported = await importing(document({ a: webhook(event("a", { by: ref("user") })), b: webhook(event("b", { by: ref("user") })) }, { components: { schemas: { user } } }));
    expect(imported.schemas["a.schema.json"]).toMatchObject({ properties: { by: { $ref: "definitions.json#/definitions/user" } } });
    expect(imported.schemas["definitions.json"]).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      definitions: { user: { type: "object", properties: { name: { type: "string" }, boss: { $ref: "#/definitions/user" } } } },
    });
    expect(await payloadsOf(imported)).toMatch(/by: User;\n\}[^]*export interface User \{\n {2}name\?: string;\n {2}boss\?: User;\n\}/);
  });

  it("from YAML what it writes from JSON", async () => {
    const yaml = `openapi: "3.1.0"
info: { title: Acme }
webhooks:
  a:
    post:
      description: |
        Two lines
        of it.
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { type: { const: a }, n: { type: integer, minimum: 1 } } }
      responses:
        200: { description: Fine }
`;
    const schema = { type: "object", properties: { type: { const: "a" }, n: { type: "integer", minimum: 1 } } };
    expect((await importing(yaml, "openapi.yaml")).schemas).toEqual((await importing(document({ a: webhook(schema) }))).schemas);
  });

  it("from OpenAPI 3.0 x-webhooks, with nullable said as JSON Schema says it", async () => {
    const schema = {
      type: "object",
      properties: { type: { enum: ["a"], type: "string" }, n: { type: "integer", nullable: true }, e: { type: "string", enum: ["x"], nullable: true }, r: { nullable: true, allOf: [ref("R")] }, any: { nullable: true, description: "Any." } },
      required: ["type", "n", "e", "r"],
    };
    const imported = await importing(JSON.stringify({ openapi: "3.0.3", info: { title: "Acme" }, "x-webhooks": { a: webhook(schema) }, components: { schemas: { R: { type: "object", properties: { id: { type: "string" } } } } } }));
    expect(imported.schemas["a.schema.json"]).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", properties: { n: { type: ["integer", "null"] }, any: { description: "Any." } } });
    const text = await payloadsOf(imported);
    for (const line of ["n: number | null;", 'e: "x" | null;', "r: R | null;"]) expect(text).toContain(line);
  });

  it("choices that TypeScript can narrow, where the document has a discriminator", async () => {
    const schemas = { Cat: { type: "object", properties: { pet: { type: "string" }, lives: { type: "integer" } }, required: ["pet"] }, Dog: { type: "object", properties: { pet: { const: "dog" } }, required: ["pet"] }, Cow: { type: "object", properties: { pet: { type: "string" } } } };
    const animal = { oneOf: [ref("Cat"), ref("Dog"), ref("Cow")], discriminator: { propertyName: "pet", mapping: { cat: "#/components/schemas/Cat", kitten: "Cat" } } };
    const imported = await importing(document({ a: webhook(event("a", { animal })) }, { components: { schemas } }));
    const when = (value: Json): Json => ({ type: "object", properties: { pet: value }, required: ["pet"] });
    const to = (name: string): Json => ({ $ref: `definitions.json#/definitions/${name}` });
    expect(imported.schemas["a.schema.json"]).toMatchObject({ properties: { animal: { oneOf: [{ allOf: [to("Cat"), when({ enum: ["cat", "kitten"] })] }, to("Dog"), { allOf: [to("Cow"), when({ const: "Cow" })] }] } } });
    expect(await payloadsOf(imported)).toMatch(/Cat & \{\s+pet: "cat" \| "kitten";/);
  });

  it("references to webhooks, bodies and parts of schemas", async () => {
    const part = { type: "object", properties: { n: { type: "integer" } } };
    const components = {
      pathItems: { A: { post: { requestBody: { $ref: "#/components/requestBodies/A" } } } },
      requestBodies: { A: { content: { "application/vnd.acme+json": { schema: ref("A") } } } },
      schemas: { A: event("a", { at: ref("Other/properties/at"), to: ref("Other/$defs/at") }), Other: { properties: { at: part }, $defs: { at: part } } },
    };
    const imported = await importing(document({ a: { $ref: "#/components/pathItems/A" } }, { components }));
    expect(imported.schemas["a.schema.json"]).toMatchObject({ $ref: "definitions.json#/definitions/A" });
    expect(imported.yaml).toContain("event_field: type");
    const text = await payloadsOf(imported);
    expect(text).toMatch(/export interface A \{\n {2}type: "a";\n {2}at: OtherAt;\n {2}to: ComponentsSchemasOtherDefsAt;\n\}/);
  });

  it.each<[string, Json, string]>([
    ["a header of one value", { parameters: [{ name: "X-Event", in: "header", schema: { const: "a" } }] }, "    event_header: X-Event\n"],
    ["a header that it only names", { parameters: [{ name: "X-Event", in: "header", example: "a" }] }, "    # event_header: X-Event\n"],
    ["Standard Webhooks", { parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => ({ name, in: "header" })) }, "    # verification_type: standard_webhooks\n"],
    ["its own signature", { parameters: [{ name: "X-Sig-Signature", in: "header" }] }, "    # signature_header: X-Sig-Signature\n"],
    ["none", {}, "    # event_field: type\n"],
  ])("the header it knows: %s", async (_, operation, line) => {
    expect((await importing(document({ a: webhook({ type: "object" }, operation) }))).yaml).toContain(line);
  });

  it("names that YAML would read as something else in quotes", async () => {
    const { yaml } = await importing(document({ true: webhook({}), "a: b": webhook({}), "1": webhook({}), "a/b": webhook({}), 'q"\\#': { post: {} } }).replace('q\\"\\\\#', "q#"));
    for (const line of ['- "true"', '- "a: b"', '- "1"', "- a/b", '- "q#"']) expect(yaml).toContain(`      ${line}\n`);
  });

  it("nothing over what is there, unless forced, and then all of it", async () => {
    const cwd = tempFolder({ "openapi.json": document({ a: webhook(event("a")) }), "schemas/acme/a.schema.json": "{}" });
    expect(await capture(["import-openapi", "openapi.json"], cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/schemas\/acme\/a\.schema\.json.*file-exists/) });
    expect(existsSync(join(cwd, "providers"))).toBe(false);
    expect(await capture(["import-openapi", "openapi.json", "--force"], cwd)).toMatchObject({ exitCode: 0, stdout: "created  providers/acme/webhook.yaml\nchanged  schemas/acme/a.schema.json\n" });
    expect(await capture(["import-openapi", "openapi.json"], cwd)).toMatchObject({ exitCode: 0, stdout: "unchanged  providers/acme/webhook.yaml\nunchanged  schemas/acme/a.schema.json\n" });
  });

  it("and says which events have no body", async () => {
    const cwd = tempFolder({ "openapi.json": document({ a: { post: {} } }) });
    expect(await capture(["import-openapi", "openapi.json", "--name", "zeta"], cwd)).toMatchObject({ exitCode: 0, stdout: "created  providers/zeta/webhook.yaml\n", stderr: expect.stringMatching(/^The document describes no body of 1 event: a\.\n/) });
  });
});

describe("import-openapi refuses", () => {
  const wide = (schema: unknown): string => document({ a: webhook(schema) });

  it.each<[string, string, RegExp]>([
    ["what is no OpenAPI document", '{ "swagger": "2.0" }', /openapi\.json:1:1 {2}error {2}not-openapi/],
    ["one without webhooks", JSON.stringify({ openapi: "3.1.0", info: { title: "Acme" }, paths: {} }), /no-webhooks/],
    ["what is neither JSON nor YAML", '{ "openapi": ', /invalid-json/],
    ["YAML with anchors", "openapi: &a 3.1.0\nwebhooks: *a\n", /openapi\.json:2:11 {2}error {2}yaml-alias/],
    ["YAML that nests without end", `openapi: 3.1.0\nwebhooks: ${"[".repeat(5000)}`, /yaml-too-deep/],
    ["JSON that nests without end", `{"openapi":"3.1.0","webhooks":${"[".repeat(5000)}`, /schema-too-deep/],
    ["a reference to the network", wide({ $ref: "https://evil.example/x.json" }), /openapi\.json:\d+:\d+ {2}error {2}reference-refused.*is a URL/],
    ["a reference to a file", wide({ $ref: "other.json#/x" }), /reference-refused.*leads to another file/],
    ["a reference out of the folder", wide({ $ref: "../../etc/passwd" }), /reference-refused.*leaves the schema folder|reference-refused/],
    ["a reference to nothing", wide(ref("None")), /bad-pointer/],
    ["references in a circle", document({ a: { $ref: "#/webhooks/a" } }), /reference-cycle/],
    ["more webhooks than files are read", document(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`w${index}`, {}]))), /too-many-webhooks/],
    ["an event that is a path", document({ "..\\x": webhook({}) }), /openapi\.json:\d+:\d+ {2}error {2}invalid-event-name/],
    ["events that would be one file", document({ Paid: webhook({}), paid: webhook({}) }), /event-collision/],
    ["a schema that is none", wide({ properties: { a: 1 } }), /schema-not-object/],
    ["a title that makes no name", document({ a: webhook({}) }, { info: { title: "日本" } }), /no-name.*\n.*--name/],
  ])("%s", async (_, text, message) => {
    const cwd = tempFolder({ "openapi.json": text });
    const { exitCode, stdout, stderr } = await capture(["import-openapi", "openapi.json"], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(readdirSync(cwd)).toEqual(["openapi.json"]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["a file that is not there", ["none.json"], /unreadable-file/],
    ["a name that is a path", ["openapi.json", "--name", "../x"], /invalid-provider-name/],
    ["no file", [], /Missing required argument 'file'/],
    ["an unknown option", ["openapi.json", "--nam", "x"], /Did you mean --name\?/],
  ])("%s", async (_, argv, message) => {
    const cwd = tempFolder({ "openapi.json": document({ a: webhook({}) }) });
    expect(await capture(["import-openapi", ...argv], cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(message) });
  });

  it("schemas that are each all of the next one twice in bounded work", async () => {
    const schemas = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`S${index}`, { allOf: [ref(`S${(index + 1) % 60}`), ref(`S${(index + 1) % 60}`)] }]));
    const imported = await importing(document({ a: webhook(ref("S0")) }, { components: { schemas } }));
    expect(Object.keys(imported.schemas["definitions.json"]?.["definitions"] as object)).toHaveLength(60);
  });

  it("a reference into each level of a schema once they copy too much", async () => {
    let deep: unknown = { properties: Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`p${index}`, {}])) };
    for (let level = 0; level < 300; level += 1) deep = { items: deep };
    const parts = Array.from({ length: 300 }, (_, level) => ref(`Deep${"/items".repeat(level)}`));
    const cwd = tempFolder({ "openapi.json": document({ a: webhook({ anyOf: parts }) }, { components: { schemas: { Deep: deep } } }) });
    expect(await capture(["import-openapi", "openapi.json"], cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/schema-too-large/) });
    expect(readdirSync(cwd)).toEqual(["openapi.json"]);
  });
});
