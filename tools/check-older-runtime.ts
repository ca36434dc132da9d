import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../src/generate.js";
import { packageRoot } from "../src/package-root.js";

// Code that this version generates must compile against the runtime of the minor before, and receive with it: users update
// the two when they like. npm run older-runtime [-- a package for npm to install in its place]
const root = packageRoot();
/** What a user writes over it. */
const APP = `import { signedRequest } from "@smart-webhooks/runtime/testing";
import { GitHubHandler } from "./github/handler.js";
import "./clerk/handler.js";
import "./discord/handler.js";
import "./slack/handler.js";
import "./stripe/handler.js";
import "./twilio/handler.js";

const handler = GitHubHandler.define({ onPush: ({ payload }) => ({ commits: payload.commits.length }) }, { secret: "older", logger: {} });
const request = await signedRequest(handler, "push", { ref: "refs/heads/main", commits: [{}, {}] });
const { status, body } = await handler.handle(request);
const forged = await handler.handle({ ...request, body: new Uint8Array([123, 125]) });
if (status !== 200 || forged.status !== 401 || !body.includes('"commits":2')) throw new Error(\`\${status} \${body}, forged \${forged.status}\`);
`;

const providers = ["github", "stripe", "slack", "twilio", "discord", "clerk"];
const runtime = process.argv[2] ?? newestOfMinorBefore();
if (runtime === undefined) console.log("The runtime has no minor before this one: nothing to check.");
else await check(runtime);

async function check(spec: string): Promise<void> {
  mkdirSync(join(root, "out"), { recursive: true });
  const folder = mkdtempSync(join(root, "out/older-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", spec], { cwd: folder, stdio: "inherit" });
    for (const provider of providers) {
      const { files } = await generate({ provider, cwd: folder, providersDir: join(folder, "providers"), validators: true });
      mkdirSync(join(folder, provider));
      for (const { path, text } of files) writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "app.ts"), APP);
    const compilerOptions = { target: "es2022", module: "nodenext", strict: true, skipLibCheck: false, noEmit: true, types: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { stdio: "inherit" });
    execFileSync(process.execPath, ["--import", "tsx", join(folder, "app.ts")], { cwd: root, stdio: "inherit" });
    console.log(`What is generated for ${providers.join(", ")} compiles against ${spec}, and receives with it.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function newestOfMinorBefore(): string | undefined {
  const { name, version } = JSON.parse(readFileSync(join(root, "src/runtime/package.json"), "utf8")) as { readonly name: string; readonly version: string };
  const [major, minor] = version.split(".").map(Number) as [number, number];
  if (minor === (major === 0 ? 1 : 0)) return undefined;
  return `${name}@${major}.${minor - 1}`;
}
