import { type Case, nameOf, type Variant } from "./case.js";

/** Another secret that the developer has: of another webhook, another environment, or the one of before. */
export function* otherSecrets({ otherSecrets: others = [], secrets }: Case): Iterable<Variant> {
  const [own] = secrets;
  for (const other of others) {
    if (secrets.some(({ value }) => value === other.value)) continue;
    yield {
      change: { secrets: [other] },
      cause: {
        code: "secret-of-other-variable",
        message: `The signature is right under ${nameOf(other)}, and not under ${own === undefined ? "the secret of this webhook" : nameOf(own)}.`,
        fix: `See which of the two belongs to this webhook and this environment: set ${own?.name ?? "its variable"} to the value of ${nameOf(other)}, or send this request to the webhook that uses that one.`,
      },
    };
  }
}
