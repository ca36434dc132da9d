import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { bodies } from "./bodies.js";
import { SECRET } from "./contestant.js";
import { floor } from "./github-contestants.js";
import { interleaved, ratioOf } from "./round-robin.js";
import { runProcess } from "./run-process.js";
import { figure, type Section, type Target } from "./section.js";
import { workFolder, writeWork } from "./work-folder.js";

/** What a command takes before it does anything, and what an import adds to an application's start. */
export async function coldStart(): Promise<Section> {
  prepareProject();
  const bare = { name: "node, a line of text", args: [writeWork("bare.mjs", 'console.log("smart-webhooks");')] };
  const commands = COMMANDS.map((command) => ({ name: `smart-webhooks ${command}`, args: [CLI, ...command.split(" ")], cwd: project }));
  const imports = IMPORTS.map((names, index) => ({ name: `import ${names.map((name) => `"${name}"`).join(", ")}`, args: [writeWork(`import-${index}.mjs`, names.map((name) => `import ${JSON.stringify(name)};`).join(""))] }));
  const timed = await interleaved([bare, ...commands, ...imports], 11, runProcess);
  const targets: Target[] = [{ what: "--help", atMost: 1.15, measured: ratioOf(timed, "smart-webhooks --help"), unit: "× bare node" }];
  const rows = timed.map(({ name, micros, ratio, median }) => [name, figure(micros / 1000), figure(ratio), figure(median)]);
  return { title: "Cold starts", about: "Whole processes, from the first instruction to the exit. Not those that wait for a server or find fault: dev, send, replay, doctor.", head: ["", "CPU ms", "× node (p10)", "× node (median)"], rows, targets };
}

const CLI = join(packageRoot(), "bin", "smart-webhooks.js");
const COMMANDS = [
  "--help",
  "generate --help",
  "completion bash",
  "list",
  "info github",
  "validate github",
  "sample github push",
  "generate twilio --dry-run",
  "generate github --events push --dry-run",
  "diff github",
  "init github",
  "add github --event push --dry-run",
  "infer acme invoice.paid body.json --output -",
  "import-openapi openapi.json --force",
  "explain github --headers headers.txt --body body.json",
  "test github push --handler handler.mjs",
];
// A generated handler imports the first two.
const IMPORTS = [["@smart-webhooks/runtime", "@smart-webhooks/runtime/verify"], ["@smart-webhooks/runtime/node"], ...["@octokit/webhooks-methods", "@octokit/webhooks", "standardwebhooks", "svix", "stripe", "twilio", "@shopify/shopify-api", "@slack/bolt", "probot"].map((name) => [name])];

const project = join(workFolder, "project");

/** A small project, for the commands that ask for one. */
function prepareProject(): void {
  rmSync(project, { recursive: true, force: true });
  const { headers, body } = floor.sign(bodies["1 kB"], "push");
  const files = {
    ".env": `GITHUB_WEBHOOK_SECRET=${SECRET}`,
    "body.json": body.toString(),
    "headers.txt": Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n"),
    "openapi.json": JSON.stringify({ openapi: "3.1.0", info: { title: "Parcels", version: "1" }, webhooks: { sent: { post: { requestBody: { content: { "application/json": { schema: { type: "object" } } } } } } } }),
    "handler.mjs": 'import { GitHubHandler } from "../../test/golden/github/github/handler.js";\nexport default class extends GitHubHandler {\n  onPush() {}\n}\n',
  };
  for (const [path, text] of Object.entries(files)) writeWork(join("project", path), text);
  execFileSync(process.execPath, [CLI, "generate", "github", "--events", "push", "--silent"], { cwd: project });
}
