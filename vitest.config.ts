import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const runtime = fileURLToPath(new URL("src/runtime", import.meta.url));

export default defineConfig({
  resolve: {
    // Tests read the sources; test/e2e reads the packed tarballs.
    alias: [
      { find: /^@smart-webhooks\/runtime$/, replacement: `${runtime}/index.ts` },
      { find: /^@smart-webhooks\/runtime\/(verify|testing|validate|guards)$/, replacement: `${runtime}/$1/index.ts` },
      { find: /^@smart-webhooks\/runtime\/(redis|postgres)$/, replacement: `${runtime}/store/$1-store.ts` },
      { find: /^@smart-webhooks\/runtime\/(worker|bullmq|pg-boss|sqs|nats)$/, replacement: `${runtime}/dispatch/$1.ts` },
      { find: /^@smart-webhooks\/runtime\/opentelemetry$/, replacement: `${runtime}/opentelemetry.ts` },
      { find: /^@smart-webhooks\/runtime\/(.+)$/, replacement: `${runtime}/adapters/$1.ts` },
      { find: /^#crypto$/, replacement: `${runtime}/crypto/node.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
