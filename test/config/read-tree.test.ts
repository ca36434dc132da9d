import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listProviders } from "../../src/config/list-providers.js";
import { packYaml } from "../../src/config/pack-yaml.js";
import { parseYaml } from "../../src/config/parse-yaml.js";
import { ProblemLog } from "../../src/config/problem-log.js";
import { readTree } from "../../src/config/read-tree.js";
import { unpackYaml } from "../../src/config/unpack-yaml.js";
import { YamlText } from "../../src/config/yaml-text.js";
import { packageRoot } from "../../src/package-root.js";

const cwd = packageRoot();
const builtinDir = join(cwd, "providers");
const packedDir = join(cwd, "dist/yaml");
const providers = await listProviders({ cwd, builtinDir, providersDir: builtinDir });

function read(provider: string): YamlText {
  return new YamlText(`providers/${provider}/webhook.yaml`, readFileSync(join(builtinDir, provider, "webhook.yaml"), "utf8"));
}

describe("a packed tree", () => {
  it.each(providers)("of %s is the one that the parser gives", (provider) => {
    const source = read(provider);
    const parsed = parseYaml(source, new ProblemLog());
    expect(parsed).toBeDefined();
    if (parsed) expect(unpackYaml(JSON.parse(JSON.stringify(packYaml(parsed).root)), source)).toEqual(parsed);
  });

  it("of a part that was refused is an error", () => {
    const log = new ProblemLog();
    const root = parseYaml(new YamlText("webhook.yaml", "name: *acme\n"), log);
    expect(() => root && packYaml(root)).toThrow("a part that was refused");
  });
});

describe("readTree", () => {
  it("gives the packed tree of the very text", async () => {
    const source = read("github");
    expect(await readTree(source, "github", packedDir, new ProblemLog())).toEqual(parseYaml(source, new ProblemLog()));
  });

  it("parses a text that is another one", async () => {
    const source = new YamlText("webhook.yaml", "name: Mine\n");
    const tree = await readTree(source, "github", packedDir, new ProblemLog());
    expect([...(tree?.entries.keys() ?? [])]).toEqual(["name"]);
  });

  it("parses where nothing was packed", async () => {
    const source = read("stripe");
    expect(await readTree(source, "stripe", join(cwd, "nowhere"), new ProblemLog())).toEqual(parseYaml(source, new ProblemLog()));
    expect(await readTree(source, "stripe", undefined, new ProblemLog())).toEqual(parseYaml(source, new ProblemLog()));
  });
});
