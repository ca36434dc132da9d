import type { TSLiteral } from "oxc-parser";
import { toLiteral } from "../encode.js";
import { unsafeOutput } from "../unsafe-output.js";

/** A string, number or boolean literal type. Throws `unsafe-output` on every other one. */
export function printLiteral(literal: TSLiteral): string {
  if (literal.type === "UnaryExpression") {
    const { operator, argument } = literal;
    if (operator === "-" && argument.type === "Literal" && typeof argument.value === "number") return `-${argument.value}`;
  } else if (literal.type === "Literal") {
    if (typeof literal.value === "number" || typeof literal.value === "boolean") return String(literal.value);
    // The raw text is JSON: unlike the decoded value, it keeps lone surrogates.
    if (typeof literal.value === "string" && literal.raw?.startsWith('"')) return toLiteral(JSON.parse(literal.raw) as string);
  }
  throw unsafeOutput(literal.type);
}
