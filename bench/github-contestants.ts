import { createHmac, timingSafeEqual } from "node:crypto";
import { Webhooks } from "@octokit/webhooks";
import { GitHubHandler } from "../test/golden/github/github/handler.js";
import { type Contestant, type Received, SECRET } from "./contestant.js";

let deliveries = 0;

/** Bare node:crypto, JSON.parse and a direct call: what everything is measured against. */
export const floor: Contestant = {
  name: "floor: createHmac, timingSafeEqual, JSON.parse, a call",
  routes: true,
  sign,
  malform,
  receive({ headers, body }, calls) {
    const expected = createHmac("sha256", SECRET).update(body).digest();
    const given = Buffer.from((headers["x-hub-signature-256"] ?? "").slice(7), "hex");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    if (headers["x-github-event"] === "push") count(JSON.parse(body.toString()), calls);
    return true;
  },
};

/** The generated handler. `store: false` leaves out what none of the others does: to remember deliveries. */
export function ours(name: string, options: { readonly store?: false } = {}): Contestant {
  const calls = { current: { count: 0 } };
  const handler = GitHubHandler.define(
    {
      onPush({ payload }) {
        count(payload, calls.current);
      },
    },
    { secret: SECRET, logger: {}, ...options },
  );
  return {
    name,
    routes: true,
    sign,
    malform,
    receive({ url, headers, body }, counter) {
      calls.current = counter;
      // A delivery with a known id would be done already.
      deliveries += 1;
      headers["x-github-delivery"] = `${deliveries}`;
      return handler.handle({ method: "POST", url, headers, body });
    },
  };
}

/** GitHub's own library, called as its documents say. */
export const octokit: Contestant = {
  name: "@octokit/webhooks verifyAndReceive",
  routes: true,
  sign,
  malform,
  receive({ headers, body }, calls) {
    octokitCalls.current = calls;
    const { "x-github-delivery": id = "", "x-github-event": name = "", "x-hub-signature-256": signature = "" } = headers;
    return octokitWebhooks.verifyAndReceive({ id, name, signature, payload: body.toString() });
  },
};

const octokitCalls = { current: { count: 0 } };
const octokitWebhooks = new Webhooks({ secret: SECRET, log: { debug() {}, info() {}, warn() {}, error() {} } });
octokitWebhooks.on("push", ({ payload }) => count(payload, octokitCalls.current));

function count(payload: { readonly ref: unknown }, calls: { count: number }): void {
  if (payload.ref !== undefined) calls.count += 1;
}

function sign(body: Buffer, event: string): Received {
  const signature = createHmac("sha256", SECRET).update(body).digest("hex");
  const headers = { "content-type": "application/json", "content-length": `${body.length}`, "user-agent": "GitHub-Hookshot/9729b30", "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958", "x-github-event": event, "x-hub-signature-256": `sha256=${signature}` };
  return { url: "/webhooks/github", headers, body };
}

function malform(request: Received): Received {
  return { ...request, headers: { ...request.headers, "x-hub-signature-256": "sha256=not-hex" } };
}
