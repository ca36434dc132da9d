import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acme, acmeSchema, type ErrorPage } from "./error-page.js";

const SCHEMA = "schemas/acme/invoice.paid.schema.json";

/** Codes of payload schemas and overlays, and of the names made of events. */
export const schemaPages: Readonly<Record<string, ErrorPage>> = {
  "invalid-json": {
    means: "A schema, a payload or a `package.json` is not strict JSON: a comment, a comma too many, a quote that is not closed.",
    fix: "Correct the marked place.",
    example: acmeSchema('{ "type": "object", }'),
  },
  "schema-not-object": {
    means: "Where a JSON Schema must stand there is a text, a number or a list.",
    fix: 'Begin with `{ "type": "object", … }`. `true` and `false` are schemas, too.',
    example: acmeSchema('{ "properties": { "id": "string" } }'),
  },
  "schema-too-deep": {
    means: "A JSON file nests deeper than any payload does.",
    fix: "Move inner parts to `definitions` and point at them with `$ref`.",
    example: { ...acmeSchema(""), note: "The schema is 2,000 lists inside each other.", prepare: (folder) => put(folder, SCHEMA, `{ "enum": ${"[".repeat(2000)}${"]".repeat(2000)} }`) },
  },
  "schema-too-large": {
    means: "With all references followed, the types would fill a hundred megabytes.",
    fix: "Move what several places share to `definitions`, and point at those with `$ref`.",
  },
  "schema-not-utf8": {
    means: "A schema file's bytes are not UTF-8.",
    fix: "Save it with the encoding UTF-8.",
    example: { ...acmeSchema(""), note: "The schema is saved as Latin-1, with an ü in it.", prepare: (folder) => put(folder, SCHEMA, Buffer.from('{ "title": "\xfc" }', "latin1")) },
  },
  "schema-unreadable": {
    means: "A schema file is a folder, a link to nothing, larger than 16 MiB, or not yours to read.",
    fix: "Put the file itself there, and split it if it is too large.",
    example: { ...acme({}), note: `\`${SCHEMA}\` is a folder.`, prepare: (folder) => mkdirSync(join(folder, SCHEMA), { recursive: true }) },
  },
  "schema-outside-folder": {
    means: "A schema file is a link that leads out of its provider's folder. A repository that you cloned could show any of your files that way.",
    fix: "Put a copy of the file in the folder.",
    example: {
      ...acme({}),
      note: `\`${SCHEMA}\` is a link to \`package.json\`.`,
      prepare: (folder) => {
        put(folder, "package.json", "{}");
        mkdirSync(join(folder, "schemas/acme"), { recursive: true });
        symlinkSync("../../package.json", join(folder, SCHEMA));
      },
    },
  },
  "unreadable-folder": {
    means: "The schema folder is there but cannot be read. Taken for empty, it would take away the payloads that were generated from it.",
    fix: "Make it a folder that you may read, or remove it.",
    example: { ...acme({}), files: { ...acme({}).files, "schemas/acme": "\n" } },
  },
  "too-many-schemas": {
    means: "The schemas of a provider are more files, or more text, than is read at once.",
    fix: "Remove files that no event needs, and put shared parts into one.",
  },
  "too-many-combinations": {
    means: "A schema must be one of several schemas, several times at once: more than 10,000 combinations, each of which would be a type.",
    fix: "Write the combinations that really exist under one `anyOf`.",
    example: acmeSchema(`{ "allOf": [${Array.from({ length: 5 }, (_, i) => `{ "anyOf": [${Array.from({ length: 8 }, (__, j) => `{ "properties": { "k${i}${j}": {} } }`).join(", ")}] }`).join(", ")}] }`, { note: "Five lists of eight choices stand under one `allOf`." }),
  },
  "malformed-keyword": {
    means: "A keyword of JSON Schema has a value of the wrong kind.",
    fix: "Give it what the message names.",
    example: acmeSchema('{ "type": "object", "properties": [] }'),
  },
  "ignored-keyword": {
    means: "A keyword changes nothing: JSON Schema has none of this name, or no TypeScript type can say what it says (`not`, `if`, `contains`). Whoever wrote it expects something that does not happen.",
    fix: "Correct the name that is misspelt. What types cannot say, your method checks. Call keywords of your own tools `x-…`.",
    example: acmeSchema('{ "type": "object", "requried": ["id"] }'),
  },
  "unsupported-keyword": {
    means: "The schema refers to places in a way that is not followed: `$anchor`, `$dynamicRef` and their like.",
    fix: "Point at the place with a `$ref` and a JSON pointer: `#/definitions/name`.",
    example: acmeSchema('{ "$dynamicRef": "#node" }'),
  },
  "unknown-type": {
    means: "`type` is not one of the seven types of JSON.",
    fix: "Use `integer` for `int`, `string` with `format` for `date`, `null` beside another for what may be missing.",
    example: acmeSchema('{ "type": "strng" }'),
  },
  "unknown-draft": {
    means: "`$schema` names a language whose keywords are not known here, so what they mean would be a guess.",
    fix: "Name draft-07 or 2020-12, or leave `$schema` out.",
    example: acmeSchema('{ "$schema": "https://acme.example/schema" }'),
  },
  "rounded-number": {
    means: "An `enum` or `const` holds a number that JavaScript cannot hold exactly. The literal type would be another number, so the type is `number`.",
    fix: "Have the value sent as a text, or be content with `type: integer`.",
    example: acmeSchema('{ "const": 9007199254740993 }'),
  },
  "bad-pointer": {
    means: "A `$ref` points to a place that is not there, or is no schema.",
    fix: "Correct the pointer: `~1` stands for `/` and `~0` for `~` in a name.",
    example: acmeSchema('{ "$ref": "#/definitions/invoice" }'),
  },
  "missing-reference-file": {
    means: "A `$ref` names a file that is not in the provider's schema folder.",
    fix: "Correct the name, or add the file.",
    example: acmeSchema('{ "$ref": "customer.json" }'),
  },
  "reference-refused": {
    means: "A `$ref` leads out of the provider's schema folder or to the web. Schemas are read from the disk only, and nothing is fetched.",
    fix: "Copy what is needed into the folder, and point at it there.",
    example: acmeSchema('{ "$ref": "https://acme.example/invoice.json" }'),
  },
  "reference-cycle": {
    means: "References go round in a circle with nothing in between. A type that holds itself in a property is fine; one that is nothing but itself is none.",
    fix: "Write one of the schemas of the circle out.",
    example: acmeSchema('{ "$ref": "#/definitions/a", "definitions": { "a": { "$ref": "#/definitions/a" } } }'),
  },
  "schema-without-event": {
    means: "A schema file is named after no event that the YAML lists, so nothing uses it.",
    fix: "Correct the file's name (`/` in an event is written `__`), list the event, or remove the file.",
    example: acme({}, { files: { "schemas/acme/invoce.paid.schema.json": "{}\n" } }),
  },
  "invalid-overlay": {
    means: "An entry of `overlay.yaml` is not a patch: `at`, `op`, mostly `value`, and always `why`.",
    fix: "Complete it. The reason is for whoever finds the patch in a year.",
    example: { run: "validate github", files: { "schemas/github/overlay.yaml": "patches:\n  - at: /definitions/PushPayload/properties/ref\n    op: remove\n" } },
  },
  "patch-refused": {
    means: "A patch does not fit the built-in schema: its place is not there, is there already, or says so already since the schema was corrected.",
    fix: "Correct the place, or remove a patch that is needed no more.",
    example: { run: "validate github", files: { "schemas/github/overlay.yaml": "patches:\n  - at: /definitions/PushPayload/properties/reff\n    op: remove\n    why: is not sent\n" } },
  },
  "overlay-without-schemas": {
    means: "An overlay patches built-in schemas, and this provider has none.",
    fix: "Write the event's own schema beside it: `<event>.schema.json`.",
    example: acme({}, { files: { "schemas/acme/overlay.yaml": "patches: []\n" } }),
  },
  "no-sample": {
    means: "No finite value meets the schema, so there is no example of it.",
    fix: "Look for a property that is required and requires its own parent again, or for limits that exclude each other.",
    example: acmeSchema('{ "type": "object", "properties": { "id": false }, "required": ["id"] }', { run: "sample acme invoice.paid" }),
  },
  "nameless-event": {
    means: "An event's name has no letter or digit that a method's name could be made of.",
    fix: "Name its method: `- { name: \"--\", method: onDashes }`.",
    example: acme({ events: '["--"]' }),
  },
  "reserved-method": {
    means: "A method was given to an event that every handler has for others: `onEvent`, `onUnknownEvent`.",
    fix: "Choose another name.",
    example: acme({ events: "[{ name: invoice.paid, method: onEvent }]" }),
  },
  "name-collision": {
    means: "Two events, or an event and an action, would get one name for a method or a type.",
    fix: "Name the method of one: `- { name: invoice-paid, method: onInvoicePaidLegacy }`.",
    example: acme({ events: "[invoice.paid, invoice-paid]" }),
  },
  "taken-name": {
    means: "The type of all events, `<Name>Event`, would have the name of something that the file imports.",
    fix: "Give the provider another `name:` in its YAML. Names of classes and types begin with it.",
    example: { run: "validate webhook", files: { "providers/webhook/webhook.yaml": acme({}).files?.["providers/acme/webhook.yaml"] ?? "" } },
  },
  "invalid-class-name": {
    means: "`--class-name` is not a name that a class can have, or one that its file has already.",
    fix: "Begin with a letter, and use letters and digits.",
    example: { run: "generate github --class-name git-hub" },
  },
  "unsafe-output": {
    means: "The generated text would hold something else than imports, types, one class and its spec. Nothing is written: a YAML or a schema found a way into code.",
    fix: "Please report it with the YAML or the schema that leads to it.",
  },
};

function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
}
