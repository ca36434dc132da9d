import type { Surroundings, Check, Scheme } from "../verify/delivery.js";
import type { TokenScheme } from "../verify/token.js";
import type { JwtScheme } from "../verify/jwt.js";
import type { StandardWebhooksScheme } from "../verify/standard-webhooks.js";
import { toText } from "#crypto";
import { snsContent } from "../verify/aws-sns.js";
import { type Draft, setAt, toBytes, toJson, withHeader, withValue } from "./draft.js";
import { signWithPrivateKey } from "./private-key.js";
import { signContent } from "./sign-content.js";
import { signItems } from "./sign-items.js";
import { signJwt } from "./sign-jwt.js";
import type { AnySigned } from "./signature.js";

/** With what, and when, a request is signed. */
export interface Signing {
  /** The secret, or the provider's private key in PEM. */
  readonly secret: string;
  readonly surroundings: Surroundings;
}

/**
 * A request as the provider would send it, signed. The scheme decides what is added: headers, a query, fields.
 *
 * @throws TypeError for a secret that cannot be the scheme's key
 */
export async function sign(scheme: Scheme, draft: Draft, signing: Signing): Promise<Draft> {
  switch (scheme.scheme) {
    case "none":
      return draft;
    case "basic":
      return withHeader(draft, "authorization", `Basic ${toText(toBytes(signing.secret), "base64")}`);
    case "token":
      return signItems((scheme as TokenScheme).items, draft, async (item) => withValue(item, (scheme as TokenScheme).signature, signing.secret));
    case "jwt":
      return signJwt(scheme as JwtScheme, draft, signing);
    case "standard_webhooks":
      return signStandard(scheme as StandardWebhooksScheme, draft, signing);
    case "aws_sns":
      return signSns(draft, signing.secret);
    default:
      return signItems((scheme as AnySigned).items, draft, (item, inItem) => signContent(scheme as AnySigned, item, signing, inItem));
  }
}

/** What a check would see of a draft. */
export function toDraftCheck(draft: Draft, surroundings: Surroundings): Check {
  return { ...surroundings, delivery: draft, payload: () => toJson(draft.body) };
}

function signStandard({ versions }: StandardWebhooksScheme, draft: Draft, signing: Signing): Promise<Draft> {
  const [first] = versions;
  if (first === undefined) throw new TypeError("The scheme has no headers");
  const id = `${first.word}-id`;
  const named = id in draft.headers ? draft : withHeader(draft, id, "msg_test");
  return signContent((signing.secret.startsWith("-----BEGIN") ? first.v1a : first.v1) as AnySigned, named, signing);
}

/** Like Amazon, but with a key of one's own: the receiver must be given that key's certificate by the option fetchKey. */
async function signSns(draft: Draft, secret: string): Promise<Draft> {
  const message = { ...(toJson(draft.body) as object), SignatureVersion: "2", SigningCertURL: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-test.pem" };
  const content = snsContent(message);
  if (content === undefined) throw new TypeError("The payload is no message of Amazon SNS: its Type is Notification, SubscriptionConfirmation or UnsubscribeConfirmation");
  const signature = toText(await signWithPrivateKey("sha256", secret, content), "base64");
  return { ...draft, body: toBytes(JSON.stringify(setAt(message, ["Signature"], signature))) };
}
