import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { inTemporaryFolder, unpackNpmPackage } from "./import/npm-file.js";

// Remakes THIRD_PARTY_NOTICES.md from schemas/*/SOURCE.json and the licences of the packages named there: npm run notices

interface Source {
  readonly package?: string;
  readonly version?: string;
  readonly licence?: string;
  readonly with?: readonly string[];
}

const root = packageRoot();
const users = new Map<string, string[]>();
for (const file of readdirSync(join(root, "schemas"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("SOURCE.json")).toSorted()) {
  const { package: name, version, with: others = [] } = JSON.parse(readFileSync(join(root, "schemas", file), "utf8")) as Source;
  const provider = file.split(/[\\/]/)[0] as string;
  for (const id of [...(name ? [`${name}@${version}`] : []), ...others]) {
    const known = users.get(id) ?? [];
    users.set(id, known.includes(provider) ? known : [...known, provider]);
  }
}

const texts = new Map<string, string[]>();
for (const id of [...users.keys()].toSorted()) {
  const text = licenceOf(id);
  texts.set(text, [...(texts.get(text) ?? []), id]);
}

const parts = [...texts].map(([text, ids]) => `## ${ids.map((id) => `${id} (${users.get(id)?.join(", ")})`).join("; ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
const intro = "The payload schemas in `schemas/` take names, types and structure from these packages, and nothing else of them. Behind\neach stand the providers that it was used for.\n";
writeFileSync(join(root, "THIRD_PARTY_NOTICES.md"), ["# Third-party notices\n", intro, ...parts].join("\n"));

/** A package's licence as it is shipped, with its NOTICE behind it where there is one. */
function licenceOf(id: string): string {
  const at = id.lastIndexOf("@");
  return inTemporaryFolder((folder) => {
    const { licence } = unpackNpmPackage(id.slice(0, at), id.slice(at + 1), folder);
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)(?:[.-]|$)/i.test(file)).toSorted();
    const found = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
    if (found.length > 0) return found.join("\n\n");
    const author = existsSync(join(folder, "package.json")) ? (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly author?: string | { readonly name?: string } }).author : undefined;
    const holder = typeof author === "string" ? author : (author?.name ?? "the authors");
    return `Licence: ${licence}, by ${holder}. The package ships no text of it.`;
  });
}
