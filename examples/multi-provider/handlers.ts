import { WebhookResponse } from "@smart-webhooks/runtime";
import { GitHubHandler, type PullRequestOpenedEvent, type PushEvent } from "./webhooks/github/handler.js";
import { type AppMentionEvent, SlackHandler } from "./webhooks/slack/handler.js";
import { type CustomerCreatedEvent, type PaymentIntentSucceededEvent, StripeHandler } from "./webhooks/stripe/handler.js";
import { type IncomingMessageEvent, TwilioHandler } from "./webhooks/twilio/handler.js";

export class MyGitHubHandler extends GitHubHandler {
  override onPush({ payload }: PushEvent) {
    return this.successResponse({ repository: payload.repository.full_name, processed: payload.commits.length });
  }

  override onPullRequestOpened({ payload }: PullRequestOpenedEvent) {
    return this.successResponse({ opened: payload.pull_request.number });
  }
}

export class MyStripeHandler extends StripeHandler {
  override onPaymentIntentSucceeded({ payload }: PaymentIntentSucceededEvent) {
    const { amount_received, currency } = payload.data.object;
    return this.successResponse({ received: `${amount_received} ${currency}` });
  }

  override onCustomerCreated({ payload }: CustomerCreatedEvent) {
    return this.successResponse({ customer: payload.data.object.id });
  }
}

export class MySlackHandler extends SlackHandler {
  override onAppMention({ payload }: AppMentionEvent) {
    console.log(`${payload.event.user ?? "somebody"} wrote ${payload.event.text}`);
  }
}

export class MyTwilioHandler extends TwilioHandler {
  override onIncomingMessage({ payload }: IncomingMessageEvent) {
    const answer = `<Response><Message>You wrote ${String(payload.Body).length} characters.</Message></Response>`;
    return new WebhookResponse(answer, { headers: { "content-type": "text/xml" } });
  }
}
