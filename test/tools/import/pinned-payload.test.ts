import { expect, it } from "vitest";
import { pinnedPayload } from "../../../tools/import/pinned-payload.js";
import type { SourceSchema } from "../../../tools/import/source-schema.js";

const whole: SourceSchema = { type: "object", properties: { type: { type: "string", nullable: true }, data: { type: "object" } }, required: ["data"] };

it("says by a field which event a payload is of, and leaves the source as it is", () => {
  const components = { "acme:Paid": whole };
  expect(pinnedPayload("order.paid", "#/components/schemas/acme:Paid", { type: "order.paid" }, components)).toEqual({
    event: "order.paid",
    reference: "#/components/schemas/payload:order.paid",
  });
  expect(components).toEqual({
    "acme:Paid": whole,
    "payload:order.paid": { ...whole, properties: { type: { type: "string", enum: ["order.paid"] }, data: { type: "object" } }, required: ["data", "type"] },
  });
});

it("refuses a reference that leads to no object", () => {
  expect(() => pinnedPayload("order.paid", "#/components/schemas/none", {}, {})).toThrow("#/components/schemas/none is no object of the source");
});
