import { join } from "node:path";
import { readWebhook } from "../diff/read-webhook.js";
import { generate } from "../generate.js";
import { readTypeShapes } from "../read-type-shapes.js";
import type { TypeShape } from "../type-shape.js";
import { readGenerated } from "../write/read-generated.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import type { ProjectFolders } from "./project-folders.js";

/** The types of a webhook's payloads. */
export interface PayloadShapes {
  /** The user's generated files, or those that would be generated. */
  readonly from: "generated" | "not generated yet";
  readonly shapes: ReadonlyMap<string, TypeShape>;
  /** The type of an event's payload: `PushPayload`; undefined for one that has none. */
  readonly typeOf: (event: { readonly type: string; readonly action: string | undefined }) => string | undefined;
}

/** Reads the types of payloads from the user's generated files, else from what would be generated. */
export class PayloadTypes {
  readonly #folders: ProjectFolders;
  /** What would be generated, by provider: a large one takes a second. */
  readonly #made = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(folders: ProjectFolders) {
    this.#folders = folders;
  }

  /** Undefined for a webhook without a handler file, and for a provider that cannot be generated as it stands. */
  async shapesOf({ spec: { provider, webhook } }: InspectedWebhook): Promise<PayloadShapes | undefined> {
    const handler = webhook === "default" ? "handler.ts" : `${webhook}.ts`;
    // Read anew each time: files may be generated while the inspector runs.
    const { texts } = await readGenerated(join(this.#folders.output, provider)).catch(() => ({ texts: new Map<string, string>() }));
    const written = toShapes(texts, handler);
    if (written !== undefined) return { from: "generated", ...written };
    const making = this.#made.get(provider) ?? this.#make(provider);
    this.#made.set(provider, making);
    const made = toShapes(await making, handler);
    return made && { from: "not generated yet", ...made };
  }

  async #make(provider: string): Promise<ReadonlyMap<string, string>> {
    const { cwd, providersDir } = this.#folders;
    const files = await generate({ provider, cwd, providersDir }).then((result) => result.files, () => []);
    return new Map(files.map(({ path, text }) => [path.slice(provider.length + 1), text]));
  }
}

function toShapes(texts: ReadonlyMap<string, string>, handler: string): Omit<PayloadShapes, "from"> | undefined {
  const text = texts.get(handler);
  if (text === undefined) return undefined;
  const { events, payloads } = readWebhook(text);
  const shapes = readTypeShapes(texts.get(payloads ?? "") ?? "");
  const typeOf: PayloadShapes["typeOf"] = ({ type, action }) => {
    const event = events.get(type);
    const found = (action === undefined ? undefined : event?.actions.get(action)) ?? event?.whole;
    return found && shapes.has(found.payload) ? found.payload : undefined;
  };
  return { shapes, typeOf };
}
