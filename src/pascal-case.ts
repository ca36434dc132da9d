/** The PascalCase of a wire name: `payment_intent.succeeded` is `PaymentIntentSucceeded`. May start with a digit, or be empty. */
export function toPascalCase(text: string): string {
  return text
    .normalize("NFC")
    .split(NOT_ALPHANUMERIC)
    .map((word) => capitalize(word))
    .join("");
}

/** Whatever an identifier cannot hold, and the underscore, which separates words. */
const NOT_ALPHANUMERIC = /[^\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]+/u;

// toUpperCase, not toLocaleUpperCase: a Turkish machine must write the same names.
function capitalize(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
