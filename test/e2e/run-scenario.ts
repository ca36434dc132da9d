import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { Installed } from "./install-packed.js";
import type { Scenario } from "./scenario.js";

/** Runs a scenario with the installed command in a folder of its own, and answers its transcript. */
export async function runScenario({ folder: home, env }: Installed, scenario: Scenario): Promise<string> {
  const folder = mkdtempSync(join(home, "case-"));
  const app = scenario.server && (await listen(scenario.server));
  try {
    symlinkSync(join(home, "node_modules"), join(folder, "node_modules"));
    for (const [path, content] of Object.entries(scenario.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const parts: string[] = [];
    for (const step of scenario.steps) {
      const args = step.map((arg) => arg.replaceAll("{url}", app?.url ?? "").replaceAll("{port}", app?.url.split(":").at(-1) ?? ""));
      parts.push(`$ smart-webhooks ${step.map(quoted).join(" ")}\n${await runStep(args, folder, { ...bare(env), ...scenario.env })}`);
    }
    for (const path of scenario.shows ?? []) parts.push(`== ${path}\n${existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : "(not there)\n"}`);
    return steady(parts.join("\n"), [[folder, "{folder}"], [app?.url ?? "\0", "{url}"]], scenario.varying ?? []);
  } finally {
    app?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing of the machine's: a secret set there would change what commands say. */
function bare({ PATH, CI, NO_COLOR }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH, CI, NO_COLOR };
}

async function runStep(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const bin = join(cwd, "node_modules/smart-webhooks/bin/smart-webhooks.js");
  const child = spawn(process.execPath, [bin, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: 50_000 });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return `${stdout}${stderr && `--- stderr\n${stderr}`}--- exit ${String(code)}\n`;
}

async function listen(server: NonNullable<Scenario["server"]>): Promise<{ readonly url: string; readonly close: () => void }> {
  const onRequest: RequestListener = (request, response) => void buffer(request).then((body) => server(request, body, response));
  const http = createServer(onRequest).listen(0, "127.0.0.1");
  await once(http, "listening");
  const close = (): void => {
    http.close();
    http.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close };
}

function steady(transcript: string, texts: readonly (readonly [string, string])[], patterns: NonNullable<Scenario["varying"]>): string {
  const named = texts.reduce((all, [from, to]) => all.replaceAll(from, to), transcript);
  return patterns.reduce((all, [from, to]) => all.replaceAll(from, to), named);
}

function quoted(arg: string): string {
  return /^[\w./:=@{},-]+$/.test(arg) ? arg : `'${arg}'`;
}
