import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";
import { componentName } from "../../../tools/import/component-name.js";
import { makeSchemas } from "../../../tools/import/make-schemas.js";
import { openDeclarations } from "../../../tools/import/open-declarations.js";
import type { Overlay } from "../../../tools/import/overlay.js";
import { payloadsByField } from "../../../tools/import/payloads-by-field.js";
import { membersOf } from "../../../tools/import/read-types.js";

const overlay: Overlay = {
  docs: "https://docs.acme.com/{event}",
  descriptions: { "order.paid": "Paid.", "order.refunded": "Refunded.", "order.shipped": "Shipped.", "tree.grown": "Grown." },
};

it("makes the files of a provider out of TypeScript types", () => {
  const files = make();
  expect(JSON.parse(files.get("events.json") ?? "")).toEqual({
    "order.paid": { description: "Paid.", docs: "https://docs.acme.com/order.paid", payload: "OrderPaidPayload" },
    "order.refunded": { description: "Refunded.", docs: "https://docs.acme.com/order.refunded", payload: "OrderRefundedPayload" },
    "order.shipped": { description: "Shipped.", docs: "https://docs.acme.com/order.shipped", payload: "OrderShippedPayload" },
    "tree.grown": { description: "Grown.", docs: "https://docs.acme.com/tree.grown", payload: "TreeGrownPayload" },
  });
  expect(JSON.parse(files.get("SOURCE.json") ?? "")).toMatchObject({ package: "acme", counts: { events: 4, actions: 0, definitions: 8 } });
  expect(definitionsOf(files)).toEqual({
    Branch: {
      type: "object",
      properties: {
        label: { type: "string" },
        branches: { type: "array", items: { $ref: "#/definitions/Branch" } },
        parent: { anyOf: [{ $ref: "#/definitions/Branch" }, { type: "null" }] },
      },
      required: ["label", "branches"],
    },
    Item: {
      type: "object",
      properties: { sku: { type: "string" }, count: { type: "number" }, size: { type: "array", items: { type: "number" } } },
      required: ["sku", "count", "size"],
    },
    ItemList: {
      type: "object",
      properties: { data: { type: "array", items: { $ref: "#/definitions/Item" } }, has_more: { type: "boolean" } },
      required: ["data", "has_more"],
    },
    Order: {
      type: "object",
      properties: {
        id: { type: "string" },
        customer: { type: ["string", "null"] },
        amount: { type: "string" },
        status: { type: ["string", "null"], enum: ["lost", "open", "paid", null] },
        channel: { type: "string", enum: ["shop", "web"] },
        items: { $ref: "#/definitions/ItemList" },
        level: { type: "integer", enum: [1, 2] },
        notes: { type: "object", additionalProperties: { type: "string" } },
        extra: { type: "object", additionalProperties: true },
        gift: { type: "boolean" },
      },
      required: ["id", "customer", "amount", "status", "channel", "items", "level", "notes", "extra"],
    },
    OrderPaidPayload: orderPayload("order.paid"),
    OrderRefundedPayload: {
      type: "object",
      properties: {
        id: { type: "string" },
        sent_at: { type: "string", format: "date-time" },
        type: { type: "string", enum: ["order.refunded"] },
        order: {
          type: "object",
          properties: { id: { type: "string" }, status: { type: ["string", "null"], enum: ["lost", "open", "paid", null] } },
          required: ["id", "status"],
        },
        reason: { anyOf: [{ type: "string", enum: ["late"] }, { type: "integer", enum: [3] }, { type: "null" }] },
      },
      required: ["type", "order", "reason", "id", "sent_at"],
    },
    OrderShippedPayload: orderPayload("order.shipped"),
    TreeGrownPayload: {
      type: "object",
      properties: { type: { type: "string", enum: ["tree.grown"] }, root: { $ref: "#/definitions/Branch" } },
      required: ["type", "root"],
    },
  });
});

it("makes the same files again out of its own", () => {
  const files = make();
  expect([...make(definitionsOf(files))]).toEqual([...files]);
});

it("refuses a class that nobody explained, and says where it stands", () => {
  expect(() => make({}, { classes: { Date: { type: "string" } } })).toThrow("acme:Order > amount > acme:Money: Money is no JSON");
});

it("refuses descriptions that are not of exactly the source's events", () => {
  expect(() => make({}, {}, { ...overlay, descriptions: { ...overlay.descriptions, "order.lost": "Lost." } })).toThrow("order.lost");
  expect(() => make({}, {}, { ...overlay, descriptions: { "order.paid": "Paid." } })).toThrow("order.refunded, order.shipped, tree.grown");
});

it("refuses a patch whose place is gone", () => {
  const patches = [{ at: "/components/schemas/acme:Order/properties/colour", op: "remove", why: "It was wrong." }] as const;
  expect(() => make({}, {}, { ...overlay, patches })).toThrow("/components/schemas/acme:Order/properties/colour is not in the source");
});

type Definitions = Parameters<typeof makeSchemas>[0]["previous"];

function make(previous: Definitions = {}, rules: object = {}, says: Overlay = overlay): ReadonlyMap<string, string> {
  const { converter, exported } = openDeclarations(join(packageRoot(), "test/fixtures/import"), "acme.d.ts", {
    classes: { Money: { type: "string" }, Date: { type: "string", format: "date-time" } },
    collapseExpandable: true,
    inline: /OrderEvent\.Data$/,
    ...rules,
  });
  const members = membersOf(exported("AcmeEvent")).map((type) => converter.schemaOf(type));
  const source = {
    origin: { package: "acme", version: "1.0.0", file: "acme-1.0.0.tgz", sha256: "", licence: "MIT" },
    components: converter.components,
    payloads: payloadsByField(members, "type", converter.components),
  };
  return makeSchemas({ source, overlay: says, previous, componentName });
}

function definitionsOf(files: ReadonlyMap<string, string>): Definitions {
  return (JSON.parse(files.get("definitions.json") ?? "") as { readonly definitions: Definitions }).definitions;
}

function orderPayload(type: string): object {
  return {
    type: "object",
    properties: {
      id: { type: "string" },
      sent_at: { type: "string", format: "date-time" },
      type: { type: "string", enum: [type] },
      data: { type: "object", properties: { order: { $ref: "#/definitions/Order" } }, required: ["order"] },
      previous: { type: "object", "x-partial-of": { $ref: "#/definitions/Order" } },
    },
    required: ["type", "data", "id", "sent_at"],
  };
}
