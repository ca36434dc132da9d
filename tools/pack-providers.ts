import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listProviders } from "../src/config/list-providers.js";
import { packYaml } from "../src/config/pack-yaml.js";
import { parseYaml } from "../src/config/parse-yaml.js";
import { ProblemLog } from "../src/config/problem-log.js";
import { readYamlFile } from "../src/config/read-yaml-file.js";
import { packageRoot } from "../src/package-root.js";

// Writes dist/yaml/<provider>.json for every built-in provider: the tree of its webhook.yaml. Run it when the package is built.
const cwd = packageRoot();
const builtinDir = join(cwd, "providers");
const output = join(cwd, "dist", "yaml");

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
for (const provider of await listProviders({ cwd, builtinDir, providersDir: builtinDir })) {
  const source = await readYamlFile(cwd, builtinDir, `${provider}/webhook.yaml`);
  const log = new ProblemLog();
  const root = source && parseYaml(source, log);
  // What is wrong with a file is said where it is used, and by the tests.
  if (root !== undefined && !log.failed) writeFileSync(join(output, `${provider}.json`), JSON.stringify(packYaml(root)));
}
