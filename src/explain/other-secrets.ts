import type { Case, Variant } from "./case.js";

/** Another secret that the developer has: of another webhook, another environment, or the one of before. */
export function* otherSecrets({ otherSecrets: others = [], secrets }: Case): Iterable<Variant> {
  const [own] = secrets;
  for (const other of others) {
    if (secrets.some(({ value }) => value === other.value)) continue;
    yield {
      change: { secrets: [other] },
      cause: {
        code: "secret-of-other-variable",
        message: `The signature is right under ${other.name}, and not under ${own?.name ?? "the secret of this webhook"}.`,
        fix: `See which of the two belongs to this webhook and this environment: set ${own?.name ?? "its variable"} to the value of ${other.name}, or send this request to the webhook that uses that one.`,
      },
    };
  }
}
