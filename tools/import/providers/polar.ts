import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";

const EVENTS = [
  "checkout.created",
  "checkout.updated",
  "checkout.expired",
  "customer.created",
  "customer.updated",
  "customer.deleted",
  "customer.state_changed",
  "customer_seat.assigned",
  "customer_seat.claimed",
  "customer_seat.revoked",
  "member.created",
  "member.updated",
  "member.deleted",
  "order.created",
  "order.updated",
  "order.paid",
  "order.refunded",
  "subscription.created",
  "subscription.updated",
  "subscription.active",
  "subscription.canceled",
  "subscription.uncanceled",
  "subscription.revoked",
  "subscription.past_due",
  "subscription.paused",
  "subscription.resumed",
  "refund.created",
  "refund.updated",
  "product.created",
  "product.updated",
  "benefit.created",
  "benefit.updated",
  "benefit_grant.created",
  "benefit_grant.cycled",
  "benefit_grant.updated",
  "benefit_grant.revoked",
  "organization.updated",
];

export default {
  /** Of each event there is a file with a type; `$Outbound` is the type as it is on the wire. */
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [
        ["@polar-sh/sdk", "0.49.0"],
        ["zod", "4.1.12"],
      ],
      entry: EVENTS.map((event) => `dist/esm/models/components/webhook${event.replaceAll(/[._]/g, "")}payload.d.ts`),
    });
    const members = EVENTS.map((event) => converter.schemaOf(exported(`Webhook${pascalCase(event)}Payload$Outbound`)));
    return { origin, components: converter.components, payloads: payloadsByField(members, "type", converter.components) };
  },

  componentName: (component) => componentName(component.replaceAll("$Outbound", "")),
} satisfies ProviderImport;
