import { loadWebhook } from "../delivery/load-webhook.js";
import { withNewId } from "../delivery/with-new-id.js";
import { GenerateError } from "../errors.js";
import { buildRequest } from "./build-request.js";
import { Deliveries } from "./deliveries.js";
import type { DeliveryRecord, Origin } from "./delivery-record.js";
import { type DeliveryDetail, detail } from "./detail.js";
import { editableBody } from "./editable-body.js";
import { eventNames } from "./event-names.js";
import { EventStream } from "./event-stream.js";
import { type Drift, findDrift } from "./find-drift.js";
import type { SigningKeys } from "./find-key.js";
import { hideSecrets } from "./hide-secrets.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import { PayloadTypes } from "./payload-types.js";
import type { ProjectFolders } from "./project-folders.js";
import { type SavedFile, saveDelivery, type SaveKind } from "./save-delivery.js";
import { missingSecret } from "./secrets-of.js";
import { type DeliverySummary, eventName, summary } from "./summary.js";

/** What an inspector is made of. */
export interface InspectorOptions extends SigningKeys {
  readonly webhooks: readonly InspectedWebhook[];
  readonly folders: ProjectFolders;
  /** The app that deliveries are forwarded to. */
  readonly app: URL | undefined;
  /** Told of each delivery, beside the pages that are open. */
  readonly onDelivery?: (delivery: DeliverySummary) => void;
}

/** How the payload of an event differs from its type. */
export interface EventDrift {
  /** `PushPayload`; undefined for an event whose payload has no type. */
  readonly type: string | undefined;
  /** Whether that is the user's generated type, or the one that would be generated. */
  readonly from: string | undefined;
  readonly places: readonly Drift[];
}

/** What the page can ask for. */
export class Inspector {
  readonly events: EventStream = new EventStream();
  readonly deliveries: Deliveries;
  readonly #options: InspectorOptions;
  readonly #types: PayloadTypes;
  #saving: Promise<unknown> = Promise.resolve();
  port = 0;

  constructor(options: InspectorOptions) {
    this.#options = options;
    this.#types = new PayloadTypes(options.folders);
    this.deliveries = new Deliveries(options, options.app, {
      onTaken: (record, gone) => {
        const delivery = summary(record);
        this.events.send("delivery", { delivery, gone });
        options.onDelivery?.(delivery);
      },
      onCleared: () => this.events.send("cleared", {}),
    });
  }

  /** What there is: webhooks, and the deliveries so far. */
  state(): object {
    const { webhooks, env, app } = this.#options;
    const origin = `http://127.0.0.1:${this.port}`;
    const described = webhooks.map(({ name, spec, paths }) => {
      const { secretEnv, verify } = spec;
      return { name, url: origin + (paths[0] ?? "/"), scheme: verify.scheme, secretEnv, needs: missingSecret(spec, env), events: eventNames(spec) };
    });
    return { webhooks: described, forward: app?.href, deliveries: this.deliveries.ring.all().map(summary) };
  }

  async detail(id: string): Promise<DeliveryDetail> {
    return detail(this.#find(id), this.#options);
  }

  /** How the payload of each event differs from its type. Apart from the rest: the types of a large provider take a second. */
  async drift(id: string): Promise<readonly EventDrift[]> {
    const { webhook, identified } = this.#find(id);
    if (identified.events.length === 0) return [];
    const shapes = await this.#types.shapesOf(webhook);
    return identified.events.map((event) => {
      const type = shapes?.typeOf(event);
      return { type, from: shapes?.from, places: shapes && type !== undefined ? findDrift(shapes.shapes, type, event.payload) : [] };
    });
  }

  /** An example payload of an event. */
  async sample(webhook: string, event: string): Promise<object> {
    const { spec } = this.#webhook(webhook);
    const { cwd, providersDir } = this.#options.folders;
    const loaded = await loadWebhook({ provider: spec.provider, webhook: spec.webhook, event, cwd, providersDir });
    const { payload, hasSchema } = loaded.sample();
    return { text: JSON.stringify(withNewId(spec, payload), null, 2), hasSchema };
  }

  /** Sends a delivery made on the page; a duplicate is sent twice. Answers what was taken. */
  async send(wanted: { readonly webhook: string; readonly event: string; readonly text: string; readonly origin: Origin; readonly of?: string | undefined }): Promise<readonly DeliverySummary[]> {
    const { origin, of, event, text } = wanted;
    const webhook = this.#webhook(wanted.webhook);
    const request = await buildRequest({ webhook, event, text, origin }, this.#options, this.port, this.#options.folders);
    const sent: DeliverySummary[] = [];
    for (let left = origin === "duplicate" ? 2 : 1; left > 0; left--) sent.push(summary(await this.deliveries.take(webhook, request, origin, of)));
    return sent;
  }

  /** Sends a delivery again: as it was, or signed anew with something wrong. */
  async resend(id: string, origin: Origin): Promise<readonly DeliverySummary[]> {
    const record = this.#find(id);
    const { webhook, request } = record;
    if (origin === "replay") return [summary(await this.deliveries.take(webhook, request, origin, id))];
    return this.send({ webhook: webhook.name, event: eventOf(record), text: editableBody(record), origin, of: id });
  }

  /** Saves the payload of a delivery, or a test of it. One after the other: two must not find the same name free. */
  async save(id: string, kind: SaveKind, preview: boolean): Promise<readonly SavedFile[]> {
    const record = this.#find(id);
    const { folders, env } = this.#options;
    const payload = hideSecrets(record.webhook, env).value(record.identified.events[0]?.payload);
    const saved = this.#saving.then(() => saveDelivery(record, { kind, payload, folders, preview }));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  #find(id: string): DeliveryRecord {
    const record = this.deliveries.ring.get(id);
    if (record === undefined) throw notFound(`Delivery ${id} is not here any more`);
    return record;
  }

  #webhook(name: string): InspectedWebhook {
    const webhook = this.#options.webhooks.find((one) => one.name === name);
    if (webhook === undefined) throw notFound(`There is no webhook ${name}`);
    return webhook;
  }
}

function eventOf({ identified }: DeliveryRecord): string {
  const [event] = identified.events;
  if (event === undefined) throw new GenerateError([{ code: "no-event", severity: "error", message: "This delivery is no event, and cannot be signed anew", hint: "Replay it as it was." }]);
  return eventName(event);
}

function notFound(message: string): GenerateError {
  return new GenerateError([{ code: "not-found", severity: "error", message }]);
}
