// The floor of generation: reads the same schemas, prints interfaces with string templates, writes the file. It checks nothing,
// lays nothing out, names no handler and keeps nothing of the user's: node bench/print-types.mjs <schemas> <output> <events|all>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, output, asked] = process.argv.slice(2);
const definitions = JSON.parse(readFileSync(join(folder, "definitions.json"), "utf8"));
const schemas = definitions.definitions ?? definitions;
const events = JSON.parse(readFileSync(join(folder, "events.json"), "utf8"));
const wanted = new Set();

for (const [event, { payload, actions = {} }] of Object.entries(events)) {
  if (asked !== "all" && !asked.split(",").includes(event)) continue;
  for (const name of [payload, ...Object.values(actions)]) if (name) wanted.add(name);
}
let text = "";
for (const name of wanted) text += `export type ${name} = ${print(schemas[name], "")};\n\n`;
mkdirSync(output, { recursive: true });
writeFileSync(join(output, "payloads.ts"), text);

function print(schema, indent) {
  if (schema === undefined || schema === true) return "unknown";
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop();
    wanted.add(name);
    return name;
  }
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return union.map((one) => print(one, indent)).join(" | ");
  if (schema.allOf) return schema.allOf.map((one) => print(one, indent)).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => print({ ...schema, type }, indent)).join(" | ");
  if (schema.type === "array") return `(${print(schema.items, indent)})[]`;
  if (schema.properties) return object(schema, indent);
  if (schema.type === "object") return schema.additionalProperties ? `{ [key: string]: ${print(schema.additionalProperties, indent)} }` : "{}";
  return schema.type === "integer" ? "number" : (schema.type ?? "unknown");
}

function object({ properties, required = [] }, indent) {
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).map(([key, value]) => `${deeper}${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}${required.includes(key) ? "" : "?"}: ${print(value, deeper)};\n`);
  return `{\n${lines.join("")}${indent}}`;
}
