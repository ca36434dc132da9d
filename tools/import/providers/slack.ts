import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";
import type { SourcePayload } from "../source-payload.js";
import type { SourceSchema } from "../source-schema.js";

type Components = Record<string, SourceSchema>;

const TYPES = ["@slack/types", "3.2.0"] as const;
const BOLT = ["@slack/bolt", "5.1.0"] as const;

export default {
  read() {
    const types = readTypes({ packages: [TYPES], entry: "dist/events/index.d.ts" });
    const bolt = readTypes({ packages: [BOLT, TYPES], entry: "dist/types/index.d.ts" });
    const events = membersOf(types.exported("SlackEvent")).map((event) => types.converter.schemaOf(event));
    const message = types.converter.schemaOf(types.exported("AllMessageEvents"));
    const envelope = bolt.converter.schemaOf(bolt.exported("EnvelopedEvent")).$ref ?? "";
    const interactions = ["BlockAction", "BlockSuggestion", "MessageShortcut", "GlobalShortcut", "ViewClosedAction", "ViewSubmitAction"];
    const inner = bolt.converter.components;
    const requests = payloadsByField(interactions.map((name) => bolt.converter.schemaOf(bolt.exported(name))), "type", inner);
    const command = { event: "command", reference: bolt.converter.schemaOf(bolt.exported("SlashCommand")).$ref ?? "" };
    const components = { ...types.converter.components, ...inner };
    const inEnvelope = payloadsByField(events, "type", components).map((payload) =>
      enveloped(payload, payload.event === "message" ? message : { $ref: payload.reference }, envelope, components),
    );
    const origin = { ...types.origin, with: [bolt.origin.package + "@" + bolt.origin.version] };
    return { origin, components, payloads: [...inEnvelope, ...requests, command] };
  },

  componentName(component) {
    const renamed = component.replace(/:AllMessageEvents$/, ":Message").replace(/:File$/, ":MessageFile");
    return componentName(renamed);
  },
} satisfies ProviderImport;

/** What is delivered: the event in its envelope. The one that tells of lost deliveries comes bare. */
function enveloped({ event, reference }: SourcePayload, schema: SourceSchema, envelope: string, components: Components): SourcePayload {
  if (event === "app_rate_limited") return { event, reference };
  const whole = components[envelope.slice(envelope.lastIndexOf("/") + 1)] ?? {};
  // The client's type lets any further key pass.
  const { additionalProperties: _, ...closed } = whole;
  components[`payload:${event}`] = { ...closed, properties: { ...whole.properties, event: schema } };
  return { event, reference: `#/components/schemas/payload:${event}` };
}
