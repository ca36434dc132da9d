import type { Manifest } from "./installed-package.js";

/** Whether a package.json brings the runtime to production. */
export function listsRuntime(manifest: Manifest): boolean {
  return ["dependencies", "peerDependencies"].some((key) => {
    const list = manifest[key];
    return typeof list === "object" && list !== null && "@smart-webhooks/runtime" in list;
  });
}
