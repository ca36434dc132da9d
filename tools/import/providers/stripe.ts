import { componentName } from "../component-name.js";
import { readNpmFile } from "../npm-file.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  read() {
    const types = readTypes({
      packages: [["stripe", "23.1.0"]],
      entry: "cjs/resources/Events.d.ts",
      classes: { Decimal: { type: "string" }, DecimalImpl: { type: "string" } },
      collapseExpandable: true,
      inline: /:\w+Event\.Data$/,
    });
    const { components } = types.converter;
    const events = membersOf(types.exported("Event")).map((event) => types.converter.schemaOf(event));
    const [, apiVersion = ""] = /ApiVersion = "(.*)"/.exec(readNpmFile("stripe", "23.1.0", "cjs/apiVersion.d.ts").text) ?? [];
    return { origin: { ...types.origin, apiVersion }, components, payloads: payloadsByField(events, "type", components) };
  },

  /** `cjs.resources.Checkout.Sessions:Session` is a `CheckoutSession`: what `Stripe.Checkout.Session` is for the client library. */
  componentName(component) {
    const [, folder = ""] = /^cjs\.resources\.(\w+)\.\w+:/.exec(component) ?? [];
    const name = componentName(component);
    return name?.startsWith(folder) ? name : name && folder + name;
  },
} satisfies ProviderImport;
