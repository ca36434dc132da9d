import { checkBodySigned } from "./check-body-signed.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { Mark } from "./yaml-node.js";

/** A token: what its key is must not be the sender's to choose, and it must vouch for the body. */
export function checkJwt(mark: Mark, settings: WebhookSettings, log: ProblemLog): void {
  checkAlgorithms(settings, log);
  const { jwt_hashes: hashes } = settings;
  if (hashes !== undefined && hashes.value === undefined) return;
  const isCovered = [...(hashes?.value?.values() ?? [])].includes("body");
  const isExcused = checkBodySigned(isCovered, settings, log);
  if (isCovered || isExcused) return;
  const message = "The token does not vouch for the body: jwt_hashes names no claim that holds its hash";
  const hint = "Add jwt_hashes: { payload_hash: body }, or body_signed: false where the provider really leaves it out.";
  log.error(hashes?.mark ?? mark, { code: "missing-jwt-hashes", message, hint });
}

// Where both are taken, a public key, which everybody has, could be used as the secret of an HS256 token.
function checkAlgorithms({ jwt_algorithms: algorithms, jwt_keys: keys }: WebhookSettings, log: ProblemLog): void {
  const names = algorithms?.value ?? [];
  const shared = names.find((name) => name.startsWith("HS"));
  const open = names.find((name) => !name.startsWith("HS"));
  if (algorithms && shared !== undefined && open !== undefined) {
    const message = `"jwt_algorithms" mixes ${shared}, which has a secret, with ${open}, which has a public key`;
    log.error(algorithms.mark, { code: "mixed-algorithms", message, hint: "Keep those that the provider really uses." });
  } else if (keys && shared !== undefined) {
    const message = `"jwt_keys" fetches public keys, but ${shared} has a secret`;
    log.error(keys.mark, { code: "conflicting-keys", message, hint: "Remove jwt_keys, or name the algorithm of the public key, such as RS256." });
  }
}
