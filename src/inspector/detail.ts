import type { Explanation } from "../explain/explanation.js";
import { type BodyText, bodyText } from "./body-text.js";
import type { DeliveryAnswer, DeliveryRecord } from "./delivery-record.js";
import { editableBody } from "./editable-body.js";
import { explainDelivery } from "./explain-delivery.js";
import type { SigningKeys } from "./find-key.js";
import { hideSecrets } from "./hide-secrets.js";
import type { Identified } from "./identify.js";
import { type DeliverySummary, summary } from "./summary.js";
import type { Verification } from "./verify-delivery.js";

type HeaderLines = DeliveryRecord["request"]["headers"];

/** All that the page shows of a delivery. Secrets are hidden in it. */
export interface DeliveryDetail extends DeliverySummary {
  readonly url: string;
  readonly headers: HeaderLines;
  readonly body: BodyText & { readonly isCut: boolean };
  readonly editable: string;
  readonly events: Identified["events"];
  readonly problem: string | undefined;
  readonly timestamp: Verification["timestamp"];
  readonly secretEnv: string | undefined;
  readonly explanation: Explanation | undefined;
  readonly answer: { readonly headers: HeaderLines; readonly body: BodyText; readonly reason: DeliveryAnswer["reason"] };
}

/** Tells everything of a delivery. */
export async function detail(record: DeliveryRecord, keys: SigningKeys): Promise<DeliveryDetail> {
  const { request, identified, verification, answer, webhook } = record;
  const hide = hideSecrets(webhook, keys.env);
  return {
    ...summary(record),
    url: hide.text(request.url),
    headers: hide.headers(request.headers),
    body: { ...bodyText(request.body, hide.text), isCut: request.isCut },
    editable: hide.text(editableBody(record)),
    events: identified.events.map((event) => ({ ...event, payload: hide.value(event.payload) })),
    problem: identified.problem,
    timestamp: verification.timestamp,
    secretEnv: webhook.spec.secretEnv,
    explanation: await explainDelivery(record, keys),
    answer: { headers: hide.headers(answer.headers), body: bodyText(answer.body, hide.text), reason: answer.reason },
  };
}
