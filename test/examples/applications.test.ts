import { type SignedRequest, signedRequest } from "@smart-webhooks/runtime/testing";
import { afterEach, describe, expect, it } from "vitest";
import { Deployer } from "../../examples/pipeline/deploy.js";
import { DeployingHandler } from "../../examples/pipeline/handler.js";
import { GitHubHandler } from "../../examples/multi-provider/webhooks/github/handler.js";
import { SlackHandler } from "../../examples/multi-provider/webhooks/slack/handler.js";
import { StripeHandler } from "../../examples/multi-provider/webhooks/stripe/handler.js";
import { TwilioHandler } from "../../examples/multi-provider/webhooks/twilio/handler.js";
import { ParcelPostHandler } from "../../examples/private-provider/webhooks/parcel-post/handler.js";
import type { Served } from "../runtime/adapters/framework.js";
import { startExample } from "./start-example.js";

// Requests are signed by the same generated classes, under a secret that the example has from its environment.
const secret = "a secret of the examples";
const open: Served[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

async function start(name: string, ...variables: readonly string[]): Promise<(request: SignedRequest) => Promise<Response>> {
  const served = await startExample(name, Object.fromEntries(variables.map((variable) => [variable, secret])));
  open.push(served);
  return ({ url, ...request }) => fetch(`http://localhost:${served.port}${url}`, request);
}

it("examples/multi-provider receives from four providers", async () => {
  const send = await start("multi-provider", "GITHUB_WEBHOOK_SECRET", "STRIPE_WEBHOOK_SECRET", "SLACK_SIGNING_SECRET", "TWILIO_AUTH_TOKEN");
  const push = { repository: { full_name: "acme/shop" }, commits: [{}, {}], ref: "refs/heads/main" };
  const pushed = await send(await signedRequest(GitHubHandler.define({}, { secret }), "push", push));
  expect(await pushed.json()).toEqual({ repository: "acme/shop", processed: 2, status: "success" });

  const paid = { data: { object: { amount_received: 1200, currency: "eur" } } };
  const received = await send(await signedRequest(StripeHandler.define({}, { secret }), "payment_intent.succeeded", paid));
  expect(await received.json()).toEqual({ received: "1200 eur", status: "success" });

  const mention = { type: "event_callback", event: { type: "app_mention", user: "U1", text: "hello" } };
  expect((await send(await signedRequest(SlackHandler.define({}, { secret }), "app_mention", mention))).status).toBe(200);

  const publicUrl = `http://localhost:${open[0]?.port}`;
  const answer = await send(await signedRequest(TwilioHandler.define({}, { secret, publicUrl }), "incoming_message", { MessageSid: "SM1", Body: "hello" }));
  expect(await answer.text()).toBe("<Response><Message>You wrote 5 characters.</Message></Response>");

  const forged = await signedRequest(GitHubHandler.define({}, { secret: "another" }), "push", push);
  expect((await send(forged)).status).toBe(401);
});

it("examples/private-provider receives what its YAML says", async () => {
  const send = await start("private-provider", "PARCEL_POST_WEBHOOK_SECRET");
  const handler = ParcelPostHandler.define({}, { secret });
  const scanned = await send(await signedRequest(handler, "parcel.scanned", { data: { parcel: "P1", depot: 4 } }));
  expect(await scanned.json()).toEqual({ seen: "P1 in 4", status: "success" });
  const lost = await send(await signedRequest(handler, "parcel.lost", {}));
  expect([lost.status, await lost.text()]).toEqual([202, "taken"]);
});

describe("examples/pipeline", () => {
  const push = {
    ref: "refs/heads/main", after: "0123456789", deleted: false, commits: [{}],
    pusher: { name: "ada" }, repository: { full_name: "acme/shop", default_branch: "main", archived: false },
  };

  it("receives over HTTP", async () => {
    const send = await start("pipeline", "GITHUB_WEBHOOK_SECRET");
    const response = await send(await signedRequest(GitHubHandler.define({}, { secret }), "push", push));
    expect(await response.json()).toEqual({ processed_commits: 1, deployment: "acme/shop@0123456", status: "success" });
  });

  it.each([
    ["a push", {}, 200, ["acme/shop@0123456"]],
    ["a push to another branch", { ref: "refs/heads/try" }, 204, []],
    ["a branch that is gone", { deleted: true }, 422, []],
    ["an archived repository", { repository: { ...push.repository, archived: true } }, 200, []],
  ] as const)("of %s", async (_, changes, status, done) => {
    const deployer = new Deployer();
    const told: string[] = [];
    const handler = new DeployingHandler(deployer, (message) => told.push(message), { secret, logger: {} });
    const response = await handler.handle(await signedRequest(handler, "push", { ...push, ...changes }));
    expect({ status: response.status, done: deployer.done, told }).toEqual({ status, done, told: done.map((id) => `ada deployed ${id}`) });
  });

  it("is asked again while the deployer is busy, and then deploys", async () => {
    const deployer = new Deployer();
    const handler = new DeployingHandler(deployer, () => undefined, { secret, logger: {} });
    const request = await signedRequest(handler, "push", push);
    deployer.busy = true;
    const busy = await handler.handle(request);
    expect([busy.status, busy.headers["retry-after"]]).toEqual([503, "30"]);
    deployer.busy = false;
    expect((await handler.handle(request)).status).toBe(200);
  });
});
