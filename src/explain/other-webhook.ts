import type { Case, Variant } from "./case.js";

/** A request of another webhook of the same provider: signed with that one's secret, or in its way. */
export function* otherWebhook({ spec, secrets, otherSecrets = [], siblings = [] }: Case): Iterable<Variant> {
  for (const sibling of siblings.filter(({ verify, webhook }) => verify.signed && webhook !== spec.webhook)) {
    const isOwn = sibling.secretEnv === spec.secretEnv;
    const theirs = isOwn ? secrets : otherSecrets.filter(({ name }) => name === sibling.secretEnv);
    if (theirs.length === 0 && !sibling.verify.keyless) continue;
    const path = [sibling.path].flat()[0] ?? "";
    yield {
      change: { spec: sibling, secrets: theirs },
      cause: {
        code: "other-webhook",
        message: `The signature is right for another webhook of ${spec.provider}: ${sibling.webhook}${isOwn ? ", which is signed in another way" : `, whose secret is ${sibling.secretEnv}`}.`,
        fix: `Have the provider send it to the path of that webhook (${path}). Here: --webhook ${sibling.webhook}`,
      },
    };
  }
}
