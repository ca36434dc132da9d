import { toLiteral } from "../encode.js";
import { looksLikeSecret } from "./secret-shape.js";

const longest = 60;

/** A value as a message may quote it: JSON-escaped, on one line, cut at 60 characters, never a secret. */
export function shown(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  if (looksLikeSecret(value)) return "(a value that looks like a secret)";
  const cut = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return toLiteral(cut);
}
