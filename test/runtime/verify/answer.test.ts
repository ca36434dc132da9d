import { answer } from "@smart-webhooks/runtime/verify";
import { expect, it } from "vitest";

it.each([
  [{}, { status: 200, body: "", headers: {} }],
  [{ status: 202, body: "[accepted]" }, { status: 202, body: "[accepted]", headers: { "content-type": "text/plain; charset=utf-8" } }],
  [{ body: "<Response/>", contentType: "text/xml" }, { status: 200, body: "<Response/>", headers: { "content-type": "text/xml" } }],
])("the answer of %j", (options, wanted) => {
  const { status, body, headers } = answer(options);
  expect({ status, body, headers }).toEqual(wanted);
});
