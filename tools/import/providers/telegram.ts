import { componentName } from "../component-name.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";

export default {
  /** An update holds one of many keys: that key is the event, and its payload the update that has it. */
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["@grammyjs/types", "5.0.0"]], entry: "update.d.ts" });
    const payloads = converter.propertiesOf(exported("Update")).flatMap(({ name, type, optional }) => {
      if (!optional) return [];
      const properties = { update_id: { type: "integer" }, [name]: converter.schemaOf(type) };
      converter.components[`payload:${name}`] = { type: "object", properties, required: ["update_id", name] };
      return [{ event: name, reference: `#/components/schemas/payload:${name}` }];
    });
    return { origin, components: converter.components, payloads };
  },

  componentName(component) {
    return componentName(component.replace(/\.blocks\.Nested$/, ".Block"));
  },
} satisfies ProviderImport;
