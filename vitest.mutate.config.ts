import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

/** For `npm run mutate`: the tests of the verification engine, without those that repeat them on another platform or at random. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ["test/runtime/verify/**/*.test.ts"],
    exclude: ["**/*-web.test.ts", "**/never-throws.test.ts", "**/printed-specs.test.ts", "**/tampering.test.ts", "**/wycheproof.test.ts"],
  },
});
