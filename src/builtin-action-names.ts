import { join } from "node:path";
import { packageRoot } from "./package-root.js";
import { builtinActions } from "./schema/builtin-actions.js";

/** What `--events` calls the actions of a provider's built-in schemas: `pull_request.opened`. */
export async function builtinActionNames(provider: string): Promise<readonly string[]> {
  const actions = await builtinActions(join(packageRoot(), "schemas", provider));
  return [...actions].flatMap(([event, all]) => all.map((action) => `${event}.${action}`));
}
