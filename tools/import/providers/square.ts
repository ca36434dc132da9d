import { componentName } from "../component-name.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { pinnedPayload } from "../pinned-payload.js";
import { readTypes } from "../read-types.js";
import { SQUARE_EVENTS } from "./square-events.js";

export default {
  /** `Raw` is a type as it is on the wire. */
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["square", "46.0.0"]], entry: "serialization/types/index.d.ts" });
    const { components } = converter;
    const payloads = SQUARE_EVENTS.map((type) => {
      const { $ref = "" } = converter.schemaOf(exported(`${pascalCase(type)}Event.Raw`));
      return pinnedPayload(type, $ref, { type }, components);
    });
    return { origin, components, payloads };
  },

  componentName: (component) => componentName(component.replace(/(Event)?(Data|Object)?\.Raw$/, "$2")),
} satisfies ProviderImport;
