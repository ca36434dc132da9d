import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

/** For `npm run mutate`: the tests of the verification engine and of what it is used by, without those that repeat them on another platform or at random. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ["test/runtime/verify/**/*.test.ts", "test/runtime/*.test.ts", "test/runtime/adapters/surroundings.test.ts", "test/providers/contract.test.ts", "test/providers/handshakes.test.ts"],
    exclude: ["**/*-web.test.ts", "**/never-throws.test.ts", "**/printed-specs.test.ts", "**/tampering.test.ts", "**/wycheproof.test.ts"],
  },
});
