import { InvalidArgumentError } from "commander";

/** Reads an option that is an origin, perhaps with a path, as the runtime takes its `publicUrl`. */
export function toOrigin(text: string): string {
  if (!/^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/i.test(text) || !URL.canParse(text)) throw new InvalidArgumentError("Give an origin, perhaps with a path: https://hooks.example.com.");
  return text;
}
