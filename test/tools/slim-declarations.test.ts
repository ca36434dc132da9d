import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { slimDeclarations } from "../../tools/slim-declarations.js";
import { tempFolder } from "../temp-folder.js";

/** What is left of declaration files, by name; `index.d.ts` is the entry. */
function slim(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folder = join(tempFolder(), "runtime/dist");
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, files[path.slice(folder.length + 1)] as string);
  }
  return Object.fromEntries([...slimDeclarations(paths, [join(folder, "index.d.ts")])].map(([path, text]) => [path.slice(folder.length + 1), text]));
}

it("keeps what an entry shows, with its comments, and what that names, without", () => {
  const found = slim({
    "index.d.ts": 'export { type Shown } from "./shown.js";\n',
    "shown.d.ts": 'import type { Named, Other } from "./named.js";\n/** A. */\nexport interface Shown {\n    /** B. */\n    readonly named: Named;\n}\n/** C. */\nexport declare function hidden(): Other;\n',
    "named.d.ts": "/** D. */\nexport interface Named {\n    /** E. */\n    readonly a: 1;\n}\nexport type Other = 2;\n",
    "lonely.d.ts": "export type Lonely = 3;\n",
  });
  expect(found).toEqual({
    "index.d.ts": 'export { type Shown } from "./shown.js";\nexport {};\n',
    "shown.d.ts": 'import type { Named } from "./named.js";\n/** A. */\nexport interface Shown {\n\t/** B. */\n\treadonly named: Named;\n}\nexport {};\n',
    "named.d.ts": "export interface Named {\n\treadonly a: 1;\n}\nexport {};\n",
  });
});
