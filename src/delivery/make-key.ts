import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { refused } from "../errors.js";
import { errorCode } from "../schema/error-code.js";
import { keyKind } from "./key-kind.js";
import { newPrivateKey } from "./new-keys.js";
import { publicKey } from "./public-key.js";

/**
 * Writes a new private key that signs as the provider would, and answers its public half, as the receiver is given it.
 *
 * @throws GenerateError where the provider signs with a secret, and when the file is there or cannot be written
 */
export async function makeKey(spec: WebhookSpec, file: string, cwd: string): Promise<string> {
  const kind = keyKind(spec) ?? (spec.verify.scheme === "standard_webhooks" ? "ed25519" : undefined);
  if (kind === undefined) throw refused("unused-private-key", `${spec.provider} signs with a secret, not with a private key`, `Set ${spec.secretEnv ?? "the secret"} for this command as your app has it`);
  const pem = newPrivateKey(kind);
  try {
    // Nobody else's to read, and never in place of another key.
    await writeFile(resolve(cwd, file), pem, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw refused("file-exists", `${file} is there already, and a key is never replaced`, "Name a file that is not there yet");
    throw refused("write-failed", `${file} cannot be written (${errorCode(error)})`, "Name a file in a folder that is there and that you may write");
  }
  return publicKey(spec, pem);
}
