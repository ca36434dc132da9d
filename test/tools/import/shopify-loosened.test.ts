import { expect, it } from "vitest";
import { loosened } from "../../../tools/import/providers/shopify-loosened.js";

const text = { type: "string" } as const;

it("asks only for what an inferred schema can be sure of", () => {
  const order = loosened({
    type: "object",
    properties: { id: { type: "integer" }, email: text, note: { type: ["null", "string"] }, test: { type: "boolean" }, line_items: { type: "array", items: text } },
    required: ["id", "email", "note", "test", "line_items"],
  });
  expect(order.required).toEqual(["id", "note", "test", "line_items"]);
  expect(order.properties).toMatchObject({ id: { type: "integer" }, email: { type: "string", nullable: true }, note: { type: ["null", "string"] } });
  expect(order.properties?.["id"]).not.toHaveProperty("nullable");
});

it("knows nothing of what was empty or null in all examples, and no address in an id", () => {
  const schema = loosened({ type: "object", properties: { id: { type: "string", format: "uri" }, notes: { type: "array" }, reason: { type: "null" }, at: { ...text, format: "date-time" } } });
  expect(schema.properties).toEqual({ id: text, notes: { type: "array", items: {} }, reason: {}, at: { ...text, format: "date-time", nullable: true } });
});

it("tells money as money, null where it was", () => {
  const money = { type: "object", properties: { amount: text, currency_code: text }, required: ["amount", "currency_code"] } as const;
  expect(loosened(money)).toEqual({ $ref: "#/components/schemas/money" });
  expect(loosened({ ...money, type: ["null", "object"] })).toEqual({ anyOf: [{ $ref: "#/components/schemas/money" }], nullable: true });
});

it("keeps what an object of few keys is about", () => {
  const listing = { type: "object", properties: { product_id: text, title: text, body: text, vendor: text } } as const;
  expect(loosened({ type: "object", properties: { product_listing: listing } }).required).toEqual(["product_listing"]);
});
