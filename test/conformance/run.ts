import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import { contractCases } from "../runtime/adapters/contract-cases.js";
import { rawRequest } from "../runtime/http/raw-request.js";
import { bundleFor, writeSpecs } from "./bundle.js";
import { contractProblems } from "./contract-problems.js";
import { type Platform, platforms } from "./platforms.js";
import type { SuiteResult } from "./suite.js";
import { withTable } from "./write-table.js";
import { freePort } from "../free-port.js";

// Runs everything on every runtime, and writes the table in README.md: npm run conformance
const folder = mkdtempSync(join(tmpdir(), "smart-webhooks-conformance-"));
const results: (SuiteResult & { readonly platform: Platform; readonly requests: number })[] = [];
try {
  install(folder);
  await writeSpecs(join(folder, "specs"));
  for (const platform of platforms) {
    const result = await runOn(platform);
    results.push(result);
    console.error(`${platform.name} ${platform.version}: ${result.vectors} vectors, ${result.cases} cases, ${result.requests} requests, ${result.failed.length} failed`);
    for (const failure of result.failed) console.error(`  ${failure}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (results.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
else {
  const page = join(packageRoot(), "README.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), results));
}

/** Each under a name of its own, in a folder that goes away again. */
function install(cwd: string): void {
  const wanted = platforms.map((platform) => `${aliasOf(platform)}@npm:${platform.package}@${platform.version}`);
  writeFileSync(join(cwd, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...wanted], { cwd, stdio: "inherit", timeout: 900_000 });
}

function aliasOf({ name, version }: Platform): string {
  return `on-${name.toLowerCase()}-${version.split(".")[0]}`;
}

async function runOn(platform: Platform): Promise<(typeof results)[number]> {
  const port = await freePort();
  const home = join(folder, aliasOf(platform));
  mkdirSync(home);
  const main = await bundleFor(platform, join(folder, "specs/specs.ts"), home, port);
  const program = join(folder, "node_modules", aliasOf(platform), platform.program);
  const child = spawn(program, platform.args(main), { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  try {
    const suite = (await (await reach(`http://127.0.0.1:${port}/suite`)).json()) as SuiteResult;
    const failed = [...suite.failed];
    for (const one of contractCases) {
      const problems = contractProblems(one, await rawRequest(port, one.request));
      failed.push(...problems.map((problem) => `${one.name}: ${problem}`));
    }
    return { ...suite, failed, platform, requests: contractCases.length };
  } finally {
    child.kill();
  }
}

/** Waits for a server to listen, at the most for a minute. */
async function reach(url: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(url, { signal: AbortSignal.timeout(300_000) });
    } catch (error) {
      if (tries === 240) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
