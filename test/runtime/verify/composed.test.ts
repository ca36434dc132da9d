import { field, firstOf, header, joined, presentKey, type Source } from "@smart-webhooks/runtime/verify";
import { expect, it } from "vitest";
import { checkOf } from "./make-check.js";

const body = JSON.stringify({ kind: "item", code: 7, none: null, list: [1], message: null });

it.each<readonly [string, Source, unknown]>([
  ["several values side by side", joined([field("kind"), field("code")], "."), "item.7"],
  ["nothing where one of them is missing", joined([field("kind"), field("nowhere")], "."), undefined],
  ["nothing where one of them is no scalar", joined([field("kind"), field("list")], "."), undefined],
  ["the first that says anything", firstOf([header("x-kind"), field("none"), field("code"), field("kind")]), 7],
  ["nothing where none says anything", firstOf([header("x-kind"), field("none")]), undefined],
  ["the first name that is a key, whatever its value", presentKey(["postback", "message", "kind"]), "message"],
  ["no name that is none", presentKey(["postback", "constructor", "__proto__"]), undefined],
])("%s", (_, source, wanted) => expect(source.get(checkOf({ body }))).toBe(wanted));

it.each(["null", '"kind"', "7", "no JSON"])("no name is a key of %s", (text) => expect(presentKey(["kind", "length"]).get(checkOf({ body: text }))).toBeUndefined());
