import { closest } from "../closest.js";
import type { KeyContext, Reader } from "./setting.js";
import { shown } from "./shown.js";
import type { YamlNode } from "./yaml-node.js";
import { wrongType } from "./wrong-type.js";

/** Reads text; a number or a boolean is not text. */
export function readText(node: YamlNode, context: KeyContext): string | undefined {
  if (node.kind === "scalar" && typeof node.value === "string") return node.value;
  return wrongType(node, context, "text");
}

/** Reads `true` or `false`. */
export function readBoolean(node: YamlNode, context: KeyContext): boolean | undefined {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  return wrongType(node, context, "true or false");
}

/** A reader of whole numbers from `least` to `most`. */
export function integerBetween(least: number, most: number): Reader<number> {
  return (node, context) => {
    const value = node.kind === "scalar" ? node.value : undefined;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    return wrongType(node, context, `a whole number from ${least} to ${most}`);
  };
}

/** So many are shown beside the nearest. */
const FEW = 6;

/** A reader of one of a few words, written exactly so. */
export function oneOf<T extends string>(choices: readonly T[]): Reader<T> {
  return (node, context) => {
    const text = readText(node, context);
    if (text === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    const near = closest(text, choices);
    const all = `Use one of ${choices.join(", ")}.`;
    const hint = near === undefined ? all : `Did you mean ${near}?${choices.length > FEW ? "" : ` ${all}`}`;
    const message = `"${context.key}" cannot be ${shown(text)}`;
    return context.log.error(node.mark, { code: "unknown-value", message, hint });
  };
}

/** A reader of text that passes a test; `rule` says what to do when it does not. */
export function textThat(passes: (text: string) => boolean, code: string, rule: string): Reader<string> {
  return (node, context) => {
    const text = readText(node, context);
    if (text === undefined || passes(text)) return text;
    return context.log.error(node.mark, { code, message: `"${context.key}" cannot be ${shown(text)}`, hint: rule });
  };
}
