import { base64, hex, hmac, type Scheme, type SecretFormat, standardWebhooks, type StandardWebhooksScheme, header } from "@smart-webhooks/runtime/verify";
import type { Case, Variant } from "./case.js";

/** The ways a shared secret may be written, by their names in YAML. */
const FORMATS: readonly (readonly [name: string, words: string, format: SecretFormat | undefined])[] = [
  ["text", "its text", undefined],
  ["base64", "the bytes that it stands for in base64", base64("whsec_")],
  ["hex", "the bytes that it stands for in hex", hex()],
];

/** A secret that was to be decoded and was not, or the other way round. */
export function* secretEncoding({ spec, secrets }: Case): Iterable<Variant> {
  const { scheme } = spec.verify;
  if (scheme !== "hmac" && scheme !== "standard_webhooks") return;
  for (const [name, words, format] of FORMATS) {
    for (const secret of secrets) {
      const verify: Scheme = { ...spec.verify, toKey: keyReader(spec.verify, format) };
      yield {
        change: { spec: { ...spec, verify }, secrets: [secret] },
        cause: {
          code: "secret-encoding",
          message: `The signature is right when ${secret.name} is read otherwise: its key is ${words}.`,
          fix: `In a webhook.yaml of yours, write secret_encoding: ${name}. Else copy the secret from the provider's page again, as it stands there: something on the way encoded or decoded it.`,
        },
      };
    }
  }
}

function keyReader(scheme: Scheme, format: SecretFormat | undefined): Scheme["toKey"] {
  if (scheme.scheme === "hmac") return hmac({ signature: header("x"), ...(format && { secret: format }) }).toKey;
  const headers = (scheme as StandardWebhooksScheme).versions.map(({ word }) => word);
  return standardWebhooks({ headers, secret: format ?? "text" }).toKey;
}
