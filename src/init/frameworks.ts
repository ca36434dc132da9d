import type { Framework, Route, RoutePlace } from "./framework.js";

const inOutput = (name: string) => ({ output }: RoutePlace): string => `${output}/${name}`;

const inApp = (...lines: readonly string[]) => ({ specifier }: Route): readonly string[] => [
  "Mount the routes in your application:",
  `import { webhooks } from "${specifier}";`,
  ...lines,
];

const mounted = { routeFile: inOutput("routes.ts"), opens: "export const webhooks = " };

/** Every framework, the one that says most about a project first: Nest brings Express along, Hono may run on Workers. */
export const frameworks: Readonly<Record<FrameworkName, Framework>> = {
  next: {
    label: "Next.js, app router",
    packages: ["next"],
    adapter: "next",
    servesFolder: true,
    routeFile: ({ source, base }) => `${source}app/${base}/[...path]/route.ts`,
    opens: "export const { GET, POST } = ",
    comment: "Next serves every webhook below this folder.",
    mount: ({ paths }) => [`Next serves ${paths.join(", ")}.`],
  },
  "next-pages": {
    label: "Next.js, pages router",
    packages: [],
    adapter: "next",
    call: "webhookPages",
    basePath: "/api",
    servesFolder: true,
    routeFile: ({ source, base }) => `${source}pages/api/${base}/[...path].ts`,
    opens: "export default ",
    comment: "Next serves every webhook below this folder.",
    below: () => ["// A signature covers the bytes as they were sent: Next must not parse them.", "export const config = { api: { bodyParser: false } };"],
    mount: ({ paths }) => [`Next serves ${paths.join(", ")}.`],
  },
  nuxt: {
    label: "Nuxt",
    packages: ["nuxt", "nitropack", "nitro"],
    adapter: "node",
    routeFile: () => "server/middleware/webhooks.ts",
    opens: "export default fromNodeMiddleware(",
    closes: ")",
    comment: "Nitro imports fromNodeMiddleware by itself.",
    mount: ({ paths }) => [`Nuxt serves ${paths.join(", ")}.`],
  },
  nest: { ...mounted, label: "Nest", packages: ["@nestjs/core"], adapter: "nest", comment: "Mounted with app.use(webhooks) before app.listen(): so they come before Nest's body parsers.", mount: inApp("app.use(webhooks); // before app.listen()") },
  fastify: { ...mounted, label: "Fastify", packages: ["fastify"], adapter: "fastify", comment: "A plugin: await app.register(webhooks).", mount: inApp("await app.register(webhooks);") },
  koa: { ...mounted, label: "Koa", packages: ["koa"], adapter: "koa", comment: "Mounted with app.use(webhooks) above any body parser: a signature covers the bytes as they were sent.", mount: inApp("app.use(webhooks); // above any body parser") },
  hono: { ...mounted, label: "Hono", packages: ["hono"], adapter: "hono", comment: "Mounted with app.use(webhooks).", mount: inApp("app.use(webhooks); // above other middleware that reads the body") },
  h3: { ...mounted, label: "h3 2", packages: ["h3"], adapter: "h3", comment: "Mounted with app.use(webhooks).", mount: inApp("app.use(webhooks);") },
  express: { ...mounted, label: "Express", packages: ["express"], adapter: "express", comment: "Mounted with app.use(webhooks) above any body parser: a signature covers the bytes as they were sent.", mount: inApp("app.use(webhooks); // above express.json() and any other body parser") },
  azure: {
    label: "Azure Functions",
    packages: ["@azure/functions"],
    adapter: "azure",
    port: 7071,
    basePath: "/api",
    servesFolder: true,
    routeFile: () => "src/functions/webhooks.ts",
    imports: ['import { app } from "@azure/functions";'],
    opens: "const handler = ",
    comment: "Functions are served below /api.",
    below: ({ base }) => [
      "// Anonymous, as the signature is what admits a delivery.",
      `app.http("webhooks", { route: "${base}/{*path}", methods: ["GET", "POST"], authLevel: "anonymous", handler });`,
    ],
    mount: ({ paths }) => [`Azure serves ${paths.join(", ")}.`],
  },
  lambda: {
    label: "AWS Lambda",
    packages: ["@types/aws-lambda", "@middy/core", "serverless", "aws-cdk-lib"],
    files: ["serverless.yml", "serverless.ts", "samconfig.toml"],
    adapter: "lambda",
    routeFile: inOutput("lambda.ts"),
    opens: "export const handler = ",
    comment: "Behind an API Gateway, a function URL or a load balancer.",
    mount: ({ file }) => [`Deploy ${file} with "handler" as the function's handler.`],
  },
  cloudflare: {
    label: "Cloudflare Workers",
    packages: ["wrangler"],
    files: ["wrangler.toml", "wrangler.json", "wrangler.jsonc"],
    adapter: "cloudflare",
    port: 8787,
    routeFile: inOutput("worker.ts"),
    opens: "export default ",
    comment: "A Worker. Secrets are read from process.env: nodejs_compat makes it.",
    mount: ({ file }) => [`Name ${file} as "main" in your wrangler configuration, with the compatibility flag nodejs_compat; from a Worker of your own, call its fetch(request, env, context).`],
  },
  deno: {
    label: "Deno",
    packages: [],
    files: ["deno.json", "deno.jsonc", "deno.lock"],
    adapter: "deno",
    port: 8000,
    routeFile: inOutput("server.ts"),
    opens: "export default ",
    comment: "For deno serve; from a server of your own, call its fetch(request).",
    mount: ({ file }) => ["Start it:", `deno serve --allow-env ${file}`],
  },
  bun: {
    label: "Bun",
    packages: ["@types/bun", "bun-types"],
    files: ["bunfig.toml"],
    adapter: "bun",
    routeFile: inOutput("server.ts"),
    opens: "export default ",
    comment: "For bun run; from a server of your own, call its fetch(request).",
    mount: ({ file }) => ["Start it:", `bun run ${file}`],
  },
  fetch: { ...mounted, label: "anything that takes a Request and gives a Response", packages: [], adapter: "fetch", comment: "Takes a Request, gives a Response.", mount: inApp("const response = await webhooks(request);") },
  node: {
    ...mounted,
    label: "node:http",
    packages: [],
    adapter: "node",
    comment: "A listener for createServer of node:http.",
    mount: ({ specifier }) => ["Serve the routes:", 'import { createServer } from "node:http";', `import { webhooks } from "${specifier}";`, "createServer(webhooks).listen(3000);"],
  },
};

/** What `--framework` takes. */
export type FrameworkName =
  | "next" | "next-pages" | "nuxt" | "nest" | "fastify" | "koa" | "hono" | "h3" | "express"
  | "azure" | "lambda" | "cloudflare" | "deno" | "bun" | "fetch" | "node";

/** Whether a word names one. */
export function isFramework(word: string): word is FrameworkName {
  return Object.hasOwn(frameworks, word);
}
