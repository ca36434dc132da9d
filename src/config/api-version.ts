import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads `api_version`: the provider's name of the version that the endpoint is sent. It becomes part of a file's name. */
export const readApiVersion: Reader<string> = textThat(
  (text) => text.length <= 40 && /^[A-Za-z\d]+(?:[.-][A-Za-z\d]+)*$/.test(text),
  "invalid-api-version",
  'Write the version as the provider does, such as "2026-01".',
);
