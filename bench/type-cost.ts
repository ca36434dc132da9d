import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { generateInto, writeWork } from "./work-folder.js";

/** A small application, and the types that it loads. */
export interface TypedProject {
  readonly name: string;
  /** A handler of push, issues and release. `|` is where an editor completes. */
  readonly source: string;
}

const read = (push: string, issues: string, release: string): string =>
  `export function onPush(event: ${push}) { return event.payload.|ref; }
export function onIssues(event: ${issues}) { return event.payload.issue.title; }
export function onRelease(event: ${release}) { return event.payload.release.tag_name; }`;
const event = (type: string): string => `{ readonly payload: ${type} }`;

/** Without any payload types: what every project loads. */
export const typeFloor: TypedProject = { name: "floor: no payload types", source: 'export function onPush(event: { readonly payload: { readonly ref: string } }) { return event.payload.|ref; }' };

/** The generated handler. */
export const ownProject: TypedProject = {
  name: "ours: a handler of 3 events",
  source: `import { GitHubHandler, type IssuesEvent, type PushEvent, type ReleaseEvent } from "./types/github/handler.js";
export class MyGitHubHandler extends GitHubHandler {
  override onPush(event: PushEvent) { return this.successResponse({ ref: event.payload.|ref }); }
  override onIssues(event: IssuesEvent) { return this.successResponse({ title: event.payload.issue.title }); }
  override onRelease(event: ReleaseEvent) { return this.successResponse({ tag: event.payload.release.tag_name }); }
}`,
};

/** The vendors' type packages. */
export const typePeers: readonly TypedProject[] = [
  { name: "@octokit/webhooks-types", source: `import type { IssuesEvent, PushEvent, ReleaseEvent } from "@octokit/webhooks-types";\n${read(event("PushEvent"), event("IssuesEvent"), event("ReleaseEvent"))}` },
  { name: "@octokit/webhooks EmitterWebhookEvent", source: `import type { EmitterWebhookEvent } from "@octokit/webhooks";\n${read('EmitterWebhookEvent<"push">', 'EmitterWebhookEvent<"issues">', 'EmitterWebhookEvent<"release">')}` },
  {
    name: "@octokit/openapi-webhooks-types",
    source: `import type { components } from "@octokit/openapi-webhooks-types";\ntype S = components["schemas"];\n${read(event('S["webhook-push"]'), event('S["webhook-issues-opened"]'), event('S["webhook-release-published"]'))}`,
  },
  { name: "stripe Stripe.Event", source: 'import type { Stripe } from "stripe";\nexport function on(event: { readonly payload: Stripe.Event }) { if (event.payload.type === "payment_intent.succeeded") return event.payload.|data.object.amount; return; }' },
];

/** What tsc counts: the same on every machine. */
export interface TypeCost {
  readonly lines: number;
  readonly instantiations: number;
  readonly files: number;
}

/** Type-checks a project with the compiler of this repository. Throws an Error when it does not compile. */
export function typeCost({ source }: TypedProject): TypeCost {
  writeWork("app.ts", source.replace("|", ""));
  const compilerOptions = { target: "es2022", lib: ["es2023"], module: "nodenext", strict: true, skipLibCheck: true, types: ["node"], typeRoots: [join(packageRoot(), "node_modules/@types")], noEmit: true };
  const config = writeWork("tsconfig.json", JSON.stringify({ compilerOptions, files: ["app.ts"] }));
  const report = execFileSync(process.execPath, [join(packageRoot(), "node_modules/typescript/bin/tsc"), "-p", config, "--extendedDiagnostics"], { encoding: "utf8" });
  const sum = (label: string): number => [...report.matchAll(new RegExp(`^${label}.*?:\\s+(\\d+)`, "gm"))].reduce((total, [, count]) => total + Number(count), 0);
  return { lines: sum("Lines of"), instantiations: sum("Instantiations"), files: sum("Files") };
}

/** Generates the handler that `ownProject` imports. */
export async function prepareTypes(): Promise<void> {
  await generateInto("types", "github", ["push", "issues", "release"]);
}
