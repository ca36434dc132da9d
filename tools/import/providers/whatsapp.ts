import type ts from "typescript";
import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  /** A delivery holds lists of changes: each is an event, and its own payload. */
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["whatsapp-api-js", "6.3.0"]], entry: "lib/types.d.ts" });
    const itemOf = (type: ts.Type, list: string): ts.Type => {
      const item = converter.propertiesOf(type).find(({ name }) => name === list)?.type.getNumberIndexType();
      if (!item) throw new Error(`The source has no list ${list}`);
      return item;
    };
    const changes = membersOf(itemOf(itemOf(exported("PostData"), "entry"), "changes")).map((type) => converter.schemaOf(type));
    const payloads = payloadsByField(changes, "field", converter.components);
    return { origin, components: withLists(converter.components), payloads };
  },
  componentName: (component) => componentName(component.replace(/^(.*:)?Server/, "$1")),
} satisfies ProviderImport;

/** Where the source narrows a list of one by another, the checker sees an object with the members of both. */
function withLists<T>(components: T): T {
  return JSON.parse(JSON.stringify(components), (_, value: Readonly<Record<string, unknown>> | null) => {
    const properties = value?.["properties"] as Readonly<Record<string, unknown>> | undefined;
    return properties?.["0"] !== undefined && "length" in properties ? { type: "array", items: properties["0"] } : value;
  }) as T;
}
