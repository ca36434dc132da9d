// A generator in a process of its own, as its users run it: node bench/run-generator.mjs <name> <input folder> <output folder>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [name, input, output] = process.argv.slice(2);
mkdirSync(output, { recursive: true });

const generators = {
  async "json-schema-to-typescript"() {
    const { compile } = await import("json-schema-to-typescript");
    return compile(JSON.parse(readFileSync(join(input, "schema.json"), "utf8")), "Events", { additionalProperties: false });
  },
  async "json-schema-to-typescript, format: false"() {
    const { compile } = await import("json-schema-to-typescript");
    return compile(JSON.parse(readFileSync(join(input, "schema.json"), "utf8")), "Events", { additionalProperties: false, format: false });
  },
  async "openapi-typescript"() {
    const { astToString, default: openapi } = await import("openapi-typescript");
    return astToString(await openapi(pathToFileURL(join(input, "openapi.json"))));
  },
  async "@hey-api/openapi-ts, types only"() {
    const { createClient } = await import("@hey-api/openapi-ts");
    await createClient({ input: join(input, "openapi.json"), output, plugins: ["@hey-api/typescript"], logs: { level: "silent" } });
    return "";
  },
};

const text = await generators[name]();
if (text !== "") writeFileSync(join(output, "payloads.ts"), text);
