import { closest } from "../closest.js";
import type { ProblemLog } from "./problem-log.js";
import { isSecretKey } from "./secret-shape.js";
import { shown } from "./shown.js";
import type { YamlEntry } from "./yaml-node.js";

/** Reports a key that `where` does not have, with a suggestion. One that would hold a secret is refused as such and its lines are hidden. */
export function unknownKey(
  key: string,
  entry: YamlEntry,
  known: readonly string[],
  where: string,
  log: ProblemLog,
): void {
  if (isSecretKey(key)) {
    const { source } = entry.keyMark;
    source.hide(entry.keyMark.start, Math.max(entry.keyMark.end, entry.value.mark.end));
    const message = `${shown(key)} would put a secret into the file`;
    const hint =
      "Name an environment variable instead: signing_secret_env: ACME_WEBHOOK_SECRET. If the secret was committed, replace it.";
    log.error(entry.keyMark, { code: "inline-secret", message, hint });
    return;
  }
  const near = closest(key, known);
  const hint = near === undefined ? `Use one of ${known.join(", ")}.` : `Did you mean ${near}?`;
  log.error(entry.keyMark, { code: "unknown-key", message: `Unknown key ${shown(key)} in ${where}`, hint });
}
