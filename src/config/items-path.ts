import { isPlainKey } from "./field-path.js";
import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the path of a list in the body, and of what stands in each of its items: `items[].event`, `entry[].changes[]` for lists of lists, `[]` where the body is the list. */
export const readItemsPath: Reader<string> = textThat(
  (text) => text.length <= 200 && /^(?:[\w$-]+(?:\.[\w$-]+)*)?\[\](?:(?:\.[\w$-]+)+(?:\[\])?)*$/.test(text) && text.split(/[.[\]]+/).every(isPlainKey),
  "invalid-items-path",
  "Write the path of a list and [], such as notificationItems[].item.",
);
