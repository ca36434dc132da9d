import type { Plugin } from "esbuild";

/**
 * Gives commander `node:child_process` when it first uses it, which is never: it starts commands that are programs of their own, and ours
 * are not. To load it would be a fifth of what `--help` takes besides node.
 */
export const lazyChildProcess: Plugin = {
  name: "lazy-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (/[\\/]commander[\\/]/.test(importer) ? { path: "child_process", namespace: "lazy" } : undefined));
    onLoad({ filter: /.*/, namespace: "lazy" }, () => ({ contents: 'exports.spawn = (...args) => require("child_process").spawn(...args);' }));
  },
};
