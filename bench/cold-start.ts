import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { processRounds } from "./process-rounds.js";
import { figure, type Section, type Target } from "./section.js";
import { workFolder, writeWork } from "./work-folder.js";

/** What a command takes before it does anything, and what an import adds to an application's start. */
export async function coldStart(): Promise<Section> {
  const bare = { name: "node, a line of text", args: [writeWork("bare.mjs", 'console.log("smart-webhooks");')] };
  const commands = COMMANDS.map((command) => ({ name: `smart-webhooks ${command}`, args: [CLI, ...command.split(" ")], cwd: workFolder }));
  const imports = IMPORTS.map((names, index) => ({ name: `import ${names.map((name) => `"${name}"`).join(", ")}`, args: [writeWork(`import-${index}.mjs`, names.map((name) => `import ${JSON.stringify(name)};`).join(""))] }));
  const timed = processRounds([bare, ...commands, ...imports], 11);
  const of = (name: string): number => timed.find((one) => one.name === name)?.ratio ?? Number.NaN;
  const targets: Target[] = [{ what: "--help", atMost: 1.15, measured: of("smart-webhooks --help"), unit: "× bare node" }];
  const rows = timed.map(({ name, micros, ratio, median }) => [name, figure(micros / 1000), figure(ratio), figure(median)]);
  return { title: "Cold starts", about: "Whole processes, from the first instruction to the exit.", head: ["", "CPU ms", "× node (p10)", "× node (median)"], rows, targets };
}

const CLI = join(packageRoot(), "bin", "smart-webhooks.js");
const COMMANDS = ["--help", "generate --help", "list", "sample github push", "generate twilio --dry-run", "generate github --events push --dry-run"];
// A generated handler imports the first two.
const IMPORTS = [["@smart-webhooks/runtime", "@smart-webhooks/runtime/verify"], ["@smart-webhooks/runtime/node"], ...["@octokit/webhooks-methods", "@octokit/webhooks", "standardwebhooks", "svix", "stripe", "twilio", "@shopify/shopify-api", "@slack/bolt", "probot"].map((name) => [name])];
