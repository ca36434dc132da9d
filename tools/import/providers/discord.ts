import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

/** The number on the wire → the event, as in the YAML's `event_map`. A ping (1) is answered before there is an event. */
const INTERACTIONS: Readonly<Record<string, string>> = { 2: "application_command", 3: "message_component", 4: "autocomplete", 5: "modal_submit" };

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [["discord-api-types", "0.38.57"]],
      entry: "payloads/v10/index.d.ts",
      inline: /:APIWebhookEvent(Event)?Base</,
    });
    const { components } = converter;
    const interactions = membersOf(exported("APIInteraction")).map((type) => converter.schemaOf(type));
    const commands = payloadsByField(interactions, "type", components).flatMap(({ event, reference }) => {
      const name = INTERACTIONS[event];
      return name === undefined ? [] : [{ event: name, reference }];
    });
    const whole = membersOf(exported("APIWebhookEvent")).map((type) => converter.schemaOf(type));
    // The other one is a ping, without an event.
    const events = whole.filter(({ properties }) => properties?.["event"]?.never !== true);
    return { origin, components, payloads: [...commands, ...payloadsByField(events, "event.type", components)] };
  },

  componentName(component) {
    // The type of interaction as an argument tells autocomplete's options, which may be incomplete, from the others.
    const half = component.includes("<InteractionType.ApplicationCommandAutocomplete") ? "Autocomplete" : "";
    return componentName(component.replace(/<.*>$/, "").replace(/:API(WebhookEvent)?/, `:${half}`).replace("API", ""));
  },
} satisfies ProviderImport;
