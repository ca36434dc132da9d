import { join } from "node:path";

/** A runtime that the package is for: its npm package, its program in it, and how its own server is written. */
export interface Platform {
  readonly name: string;
  readonly version: string;
  /** The npm package that holds the program itself: no install script is needed. */
  readonly package: string;
  readonly program: string;
  /** The condition that a bundler resolves the package's imports with. */
  readonly condition: string;
  /** The main module. `app` is `{ routes, suite }`; it listens on `port`. */
  main(port: number): string;
  args(main: string): readonly string[];
}

const { platform, arch } = process;
const os = platform === "win32" ? "windows" : platform;

/** Not in the repository's own dependencies: together they are half a gigabyte. */
export const platforms: readonly Platform[] = [
  ...["20.20.2", "22.23.3", "24.21.0", "26.10.0"].map((version) => node(version)),
  {
    name: "Bun",
    version: "1.4.5",
    package: `@oven/bun-${os}-${arch === "arm64" ? "aarch64" : arch}`,
    program: "bin/bun",
    condition: "bun",
    main: (port) => `
      import { webhookRoutes } from "@smart-webhooks/runtime/bun";
      const routes = webhookRoutes(handlers);
      process.on("unhandledRejection", () => {});
      Bun.serve({ hostname: "127.0.0.1", port: ${port}, fetch: async (request) => (await suite(request)) ?? routes.fetch(request) });`,
    args: (main) => ["run", main],
  },
  {
    name: "Deno",
    version: "2.9.6",
    package: `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`,
    program: "deno",
    condition: "deno",
    main: (port) => `
      import { webhookRoutes } from "@smart-webhooks/runtime/deno";
      const routes = webhookRoutes(handlers);
      globalThis.addEventListener("unhandledrejection", (event) => event.preventDefault());
      Deno.serve({ hostname: "127.0.0.1", port: ${port} }, async (request) => (await suite(request)) ?? routes.fetch(request));`,
    args: (main) => ["run", "--no-config", "--allow-net=127.0.0.1", "--allow-env", main],
  },
  {
    name: "workerd",
    version: "1.20261117.1",
    package: `@cloudflare/workerd-${platform}-${arch === "x64" ? "64" : arch}`,
    program: "bin/workerd",
    condition: "workerd",
    main: () => `
      import { webhookRoutes } from "@smart-webhooks/runtime/cloudflare";
      const worker = webhookRoutes(handlers);
      export default { fetch: async (request, env, context) => (await suite(request)) ?? worker.fetch(request, env, context) };`,
    args: (main) => ["serve", join(main, "../config.capnp")],
  },
];

function node(version: string): Platform {
  return {
    name: "Node",
    version,
    package: `node-${platform === "win32" ? "win" : platform}-${arch}`,
    program: "bin/node",
    condition: "node",
    main: (port) => `
      import { createServer } from "node:http";
      import { webhookRoutes } from "@smart-webhooks/runtime/node";
      const routes = webhookRoutes(handlers);
      process.on("unhandledRejection", () => {});
      createServer(async (request, response) => {
        const result = await suite(request);
        if (result) response.end(await result.text());
        else routes(request, response);
      }).listen(${port}, "127.0.0.1");`,
    args: (main) => [main],
  };
}

/** The configuration that workerd wants. */
export function workerdConfig(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "main.mjs", esModule = embed "main.mjs")], compatibilityDate = "2026-11-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
}
