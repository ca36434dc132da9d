import type { Framework } from "./framework.js";
import { type FrameworkName, frameworks } from "./frameworks.js";
import type { InitPlan } from "./plan-init.js";
import { packageManagers } from "./package-managers.js";
import type { Project } from "./project.js";

/** Something to do: a sentence, then what to type. */
export interface NextStep {
  readonly say: string;
  readonly lines: readonly string[];
}

/** What next steps depend on. */
interface Situation {
  readonly project: Project;
  readonly framework: FrameworkName;
  readonly plan: InitPlan;
  /** The lines that a route file of the user's lacks; undefined when it is new. */
  readonly missing: readonly string[] | undefined;
  /** Whether TypeScript is told to look for what packages export. */
  readonly findsSubpaths: boolean;
}

/** What is left to do once the files are written; pure. */
export function nextSteps({ project, framework, plan, missing, findsSubpaths }: Situation): readonly NextStep[] {
  const resolution = { say: `Set "module" and "moduleResolution" in tsconfig.json to "nodenext": as they are, TypeScript before 6 does not find @smart-webhooks/runtime/${frameworks[framework].adapter}.`, lines: [] };
  return [...installSteps(project, framework), ...(findsSubpaths ? [] : [resolution]), ...secretSteps(framework, plan), ...routeSteps(framework, plan, missing), ...trySteps(frameworks[framework], plan, project)];
}

/** Those that run TypeScript by themselves, or write its configuration when they start. */
const NEED_NO_COMPILER: ReadonlySet<FrameworkName> = new Set(["deno", "bun", "nuxt", "next", "next-pages"]);

function installSteps({ packages, entries, isModule, packageManager }: Project, framework: FrameworkName): readonly NextStep[] {
  const { add, addForDevelopment } = packageManagers[packageManager];
  const command = framework === "deno" ? "deno add npm:@smart-webhooks/runtime" : `${add} @smart-webhooks/runtime`;
  const runtime = packages.has("@smart-webhooks/runtime") ? [] : [{ say: "Install the runtime, which has no dependencies:", lines: [command] }];
  const compiles = entries.has("tsconfig.json") || NEED_NO_COMPILER.has(framework);
  // What "tsc --init" writes takes imports in ES modules only, and "npm init" makes none.
  const toModule = isModule ? [] : ["npm pkg set type=module"];
  const compiler = compiles ? [] : [{ say: "The files are TypeScript, and there is no tsconfig.json yet:", lines: [`${addForDevelopment} typescript @types/node`, "npx tsc --init", ...toModule] }];
  return [...runtime, ...compiler];
}

function secretSteps(framework: FrameworkName, { handlers }: InitPlan): readonly NextStep[] {
  const names = secretsOf({ handlers });
  if (names.length === 0) return [];
  if (framework === "cloudflare") return [{ say: "Set the secret that the provider shows you:", lines: names.map((name) => `npx wrangler secret put ${name}`) }];
  const say = names.length === 1 ? `Set ${names[0]} to the secret that the provider shows you` : `Set ${names.join(", ")} to the secrets that the providers show you`;
  return [{ say: `${say}, where the application runs. Never commit one.`, lines: [] }];
}

function routeSteps(name: FrameworkName, { route, outside }: InitPlan, missing: readonly string[] | undefined): readonly NextStep[] {
  if (missing === undefined) {
    const [say = "", ...lines] = frameworks[name].mount(route);
    const other = { say: `${outside.join(", ")} ${outside.length === 1 ? "is" : "are"} not below that folder: move ${route.file}, or give the webhooks paths that begin alike.`, lines: [] };
    return [{ say, lines }, ...(outside.length > 0 ? [other] : [])];
  }
  return missing.length === 0 ? [] : [{ say: `Add to ${route.file}, which is yours and was kept:`, lines: missing }];
}

function trySteps({ port = 3000 }: Framework, { handlers, route }: InitPlan, { packages, packageManager }: Project): readonly NextStep[] {
  const [first] = handlers;
  if (first === undefined) return [];
  const what = `${first.provider} ${first.event.event}${first.key === first.provider ? "" : ` --webhook ${first.key.slice(first.provider.length + 1)}`}`;
  // The handler is TypeScript, and node alone does not load it.
  const loader = packages.has("tsx") ? [] : [`${packageManagers[packageManager].addForDevelopment} tsx`];
  return [
    { say: "Try it without a server, then against yours while it runs:", lines: [...loader, `npx smart-webhooks test ${what} --handler ${first.file}`, `npx smart-webhooks send ${what} --url http://localhost:${port}${route.paths[0] ?? ""}`] },
  ];
}

/** The environment variables that hold secrets, each once. */
export function secretsOf({ handlers }: Pick<InitPlan, "handlers">): readonly string[] {
  return [...new Set(handlers.flatMap(({ secretEnv }) => secretEnv ?? []))];
}
