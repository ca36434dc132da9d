/** Stands behind a value in a written `webhook.yaml` that nobody said. */
export const GUESSED = " # guessed";
