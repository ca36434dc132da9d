import type { Scenario } from "../scenario.js";

const GENERATE = ["generate", "github", "--events", "push,pull_request.opened,issues"];
const STUBS = ["add", "github", "--event", "push", "--event", "pull_request.opened", "--handler"];

const CLASS = `import { GitHubHandler } from "./webhooks/github/handler.js";

/** Ours. */
export class MyGitHubHandler extends GitHubHandler {
  // Nothing here yet.
}
`;

const SEVERAL = `import { GitHubHandler } from "./webhooks/github/handler.js";

export class Pushes extends GitHubHandler {}

export class Pulls extends GitHubHandler {}
`;

export const scenarios: readonly Scenario[] = [
  {
    name: "add/methods",
    files: { "src/github.ts": CLASS },
    steps: [GENERATE, [...STUBS, "src/github.ts"], [...STUBS, "src/github.ts", "--event", "issues"], [...STUBS, "src/github.ts"]],
    shows: ["src/github.ts"],
  },
  {
    name: "add/object",
    files: { "src/github.ts": 'import { GitHubHandler as Base } from "./webhooks/github/handler";\n\nexport const github = Base.define({});\n' },
    steps: [GENERATE, [...STUBS, "src/github.ts", "--json"]],
    shows: ["src/github.ts"],
  },
  {
    name: "add/several-classes",
    files: { "src/github.ts": SEVERAL },
    steps: [GENERATE, [...STUBS, "src/github.ts"], [...STUBS, "src/github.ts", "--class", "Pull"], [...STUBS, "src/github.ts", "--class", "Pulls"]],
    shows: ["src/github.ts"],
  },
  {
    name: "add/event-not-generated",
    files: { "src/github.ts": CLASS },
    steps: [GENERATE, ["add", "github", "--event", "release.published", "--event", "psuh", "--handler", "src/github.ts"]],
    shows: ["src/github.ts"],
  },
  {
    name: "add/no-such-class",
    files: {
      "src/base.ts": 'export { GitHubHandler } from "./webhooks/github/handler.js";\n',
      "src/passed-on.ts": 'import { GitHubHandler } from "./base.js";\n\nexport class Mine extends GitHubHandler {}\n',
      "src/none.ts": "export class Mine {}\n",
    },
    steps: [GENERATE, [...STUBS, "src/passed-on.ts"], [...STUBS, "src/none.ts"], ["add", "stripe", "--event", "invoice.paid", "--handler", "src/passed-on.ts"]],
  },
  {
    name: "add/file-refused",
    files: { "src/broken.ts": `${CLASS}\nexport const x = ;\n`, "src/github.js": "export {};\n" },
    steps: [
      GENERATE,
      [...STUBS, "src/broken.ts"],
      [...STUBS, "src/github.js"],
      [...STUBS, "src/nowhere.ts"],
      [...STUBS, "../elsewhere.ts"],
      [...STUBS, "src/webhooks/github/handler.ts"],
    ],
  },
  {
    name: "add/usage",
    steps: [["add", "github", "--handler", "src/github.ts"], ["add", "github", "--event", "", "--handler", "src/github.ts"], ["add", "github", "--event", "push", "--path", "/x", "--handler", "src/github.ts"], ["add", "--help"]],
  },
];
