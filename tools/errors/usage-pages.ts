import type { ErrorPage } from "./error-page.js";

/** Codes of the command line itself. */
export const usagePages: Readonly<Record<string, ErrorPage>> = {
  "unknown-command": { means: "There is no such command.", fix: "The hint has the nearest. `smart-webhooks --help` lists all.", example: { run: "generat github" } },
  "unknown-option": { means: "The command has no such option. Nothing was done: an option that is passed over in silence does harm.", fix: "The hint has the nearest. `smart-webhooks <command> --help` lists all.", example: { run: "generate github --chek" } },
  "missing-argument": { means: "The command needs a word more: an argument, or the value of an option.", fix: "`smart-webhooks <command> --help` says which.", example: { run: "sample github" } },
  "missing-option": { means: "The command cannot do without an option that was not given.", fix: "The hint has the option. `smart-webhooks <command> --help` lists all.", example: { run: "add acme" } },
  "invalid-argument": { means: "A value is not one that the argument or the option can have.", fix: "The hint says what can be written.", example: { run: "generate github --import-extension mjs" } },
  "too-many-arguments": { means: "There are more words than the command takes. Often one has a blank in it and no quotes around.", fix: "Put names with blanks in quotes, and run the command once for each provider where it takes one.", example: { run: "list github" } },
  "conflicting-options": { means: "Two options cannot be used together.", fix: "Leave one of them out.", example: { run: "generate github --check --dry-run" } },
  usage: { means: "The command line is wrong in a way that has no code of its own.", fix: "`smart-webhooks <command> --help` says how it is used." },
  "no-such-folder": { means: "`--cwd` names no folder.", fix: "Give one that exists, or leave it out.", example: { run: "list --cwd nowhere" } },
  "no-such-file": { means: "A file that was named is not there.", fix: "Check the path: it counts from `--cwd`, else from where you are.", example: { run: "replay dead-letters.js" } },
  "unreadable-headers": {
    means: "The file given with `--headers` has a line that is no header, no header at all, or more than 1,000. The line itself is not shown: it may hold a secret.",
    fix: "Write one on each line, `Name: value`, below a request line or not; what `curl -v` prints is read too. Or give JSON: an object or a list of pairs.",
    example: { run: "explain github --headers headers.txt --body body.json", files: { "headers.txt": "X-GitHub-Event: push\nno header\n", "body.json": "{}\n" } },
  },
  "no-providers": { means: "No provider is named, and there is none in `./providers` and none generated before.", fix: "Name one. The built-in ones are never all meant.", example: { run: "generate" } },
  "one-provider-only": { means: "`--events`, `--webhook` and `--class-name` are about one provider, and several were named.", fix: "Run the command once for each.", example: { run: "generate github stripe --events push" } },
  "watch-as-json": { means: "`--json` promises one document, and `--watch` makes one after every change.", fix: "Leave one of them out.", example: { run: "generate github --watch --json" } },
  "unsettable-path": { means: "`--set` names a place that the payload does not have, or writes it with brackets.", fix: "Write a path of keys and numbers parted by dots: `commits.0.id`.", example: { run: "sample github push --set commits[0].id=1" } },
  "no-dead-letters": { means: "The module that `replay` was given exports no dead letters.", fix: "Export them: `export const deadLetters = bullmqDeadLetters(queue)`. [Scaling](../scaling.md) has a line for each queue.", example: { run: "replay dead-letters.js", files: { "dead-letters.js": "module.exports = {};\n" } } },
  "module-failed": { means: "A module of yours could not be loaded: it threw, or has a syntax error.", fix: "Run it by itself with `node`. TypeScript is loaded by the `tsx` of your project: `npm install --save-dev tsx`.", example: { run: "replay dead-letters.js", files: { "dead-letters.js": 'throw new Error("no REDIS_URL");\n' } } },
  "replay-failed": { means: "Dead letters could not be put back. Those that were put back before stay so.", fix: "See whether the queue can be reached, and run the command again for the rest.", example: { run: "replay dead-letters.js", files: { "dead-letters.js": 'module.exports.deadLetters = { replay: async () => { throw new Error("connect ECONNREFUSED"); }, close: async () => {} };\n' } } },
  "output-failed": { means: "The result could not be written to the standard output, because a disk is full or a pipe broke.", fix: "See where the output goes. A reader that stops early, such as `head`, is no failure." },
  internal: { means: "Something went wrong that nobody foresaw: a bug in smart-webhooks.", fix: "Please report it, with what `SMART_WEBHOOKS_DEBUG=1` prints." },
};
