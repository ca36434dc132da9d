import { constant } from "../acknowledge.js";
import { WebhookResponse } from "../response.js";

/** What a provider counts as received. Status 200 and no body unless told. */
export interface AnswerOptions {
  readonly status?: number;
  readonly body?: string;
  /** `text/plain` unless told. */
  readonly contentType?: string;
}

/** The provider's own word for "received": `answer({ status: 202, body: "[accepted]" })`. */
export function answer({ status = 200, body, contentType }: AnswerOptions): WebhookResponse {
  return constant(new WebhookResponse<unknown>(body, { status, headers: contentType === undefined ? {} : { "content-type": contentType } }));
}
