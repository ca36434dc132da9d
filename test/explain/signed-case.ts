import { WebhookHandler, type WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import type { Case } from "../../src/explain/case.js";
import { loadProvider } from "../../src/load-provider.js";
import { testKeys } from "../runtime/testing/sign-family.js";
import { tempFolder } from "../temp-folder.js";
import { NOW } from "../providers/sample-request.js";

/** What a request is made of. */
export interface SignedCaseOptions {
  readonly webhook?: string;
  /** What the app has. */
  readonly secret: string;
  /** What signs, where it is another: a private key. */
  readonly signedWith?: string;
  readonly event: string;
  /** A text is the body as it stands. */
  readonly payload: unknown;
  readonly publicUrl?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetchKey?: WebhookHandlerOptions["fetchKey"];
  /** YAML of the user's own, in place of a built-in provider. */
  readonly yaml?: string;
}

/** A right request of a provider, with all that it is verified with. */
export async function signedCase(provider: string, options: SignedCaseOptions): Promise<Case> {
  const { webhook = "default", secret, publicUrl, params, headers, fetchKey, yaml } = options;
  const cwd = tempFolder(yaml === undefined ? {} : { [`providers/${provider}/webhook.yaml`]: yaml });
  const { webhooks } = await loadProvider(provider, { cwd });
  const spec = webhooks[webhook]?.spec;
  if (spec === undefined) throw new Error(`There is no webhook ${webhook}`);
  class Sender extends WebhookHandler {
    static readonly spec = spec;
  }
  const handler = new Sender({ ...(!spec.verify.keyless && { secret }), publicUrl, params, now: () => NOW, logger: {} });
  const request = await signedRequest(handler, options.event as never, options.payload, { secret: options.signedWith ?? secret, now: NOW, headers });
  const siblings = Object.values(webhooks).map((one) => one.spec);
  const secrets = spec.verify.keyless ? [] : [{ name: spec.secretEnv ?? "SECRET", value: secret }];
  return { spec, request, secrets, siblings, now: NOW, publicUrl, params, fetchKey };
}

/** Key pairs made for tests; `raw` is an Ed25519 key's 32 bytes in hex. */
export const keyPairs = { ...testKeys, ed: withRaw(testKeys.ed), ed2: withRaw(testKeys.ed2) };

function withRaw<Pair extends { readonly pub: string }>(pair: Pair): Pair & { readonly raw: string } {
  return { ...pair, raw: Buffer.from(pair.pub.replace(/-----.*?-----|\s/g, ""), "base64").subarray(-32).toString("hex") };
}
