import { componentName } from "../component-name.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { pinnedPayload } from "../pinned-payload.js";
import { readTypes } from "../read-types.js";

/** Operational webhooks: the events, each of a type named after it. */
const EVENTS = [
  "background_task.finished",
  "endpoint.created",
  "endpoint.deleted",
  "endpoint.disabled",
  "endpoint.enabled",
  "endpoint.updated",
  "ingest.endpoint.disabled",
  "ingest.message.attempt.exhausted",
  "ingest.message.attempt.failing",
  "ingest.message.attempt.recovered",
  "message.attempt.exhausted",
  "message.attempt.failing",
  "message.attempt.log",
  "message.attempt.recovered",
];

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [["svix", "1.99.1"]],
      entry: "dist/models/index.d.ts",
      classes: { Date: { type: "string", format: "date-time" } },
    });
    const { components } = converter;
    const payloads = EVENTS.map((type) => {
      const { $ref = "" } = converter.schemaOf(exported(`${pascalCase(type)}Event`));
      return pinnedPayload(type, $ref, { type }, components);
    });
    return { origin, components, payloads };
  },
  /** What an event's `data` is. */
  componentName: (component) => componentName(component.replace(/Event2?(Data)?$/, "Details")),
} satisfies ProviderImport;
