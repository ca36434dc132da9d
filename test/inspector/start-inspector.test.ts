import { EventEmitter, once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { keyKind } from "../../src/delivery/key-kind.js";
import { newKeys } from "../../src/delivery/new-keys.js";
import { publicKey } from "../../src/delivery/public-key.js";
import { eventNames } from "../../src/inspector/event-names.js";
import type { InspectedWebhook } from "../../src/inspector/inspected-webhook.js";
import { loadWebhooks } from "../../src/inspector/load-webhooks.js";
import { startInspector } from "../../src/inspector/start-inspector.js";
import type { DeliverySummary } from "../../src/inspector/summary.js";
import type { DeliveryDetail } from "../../src/inspector/detail.js";
import { inspect, SECRET } from "./inspect.js";

const PUSH = { ref: "refs/heads/main", commits: [], before: "a", after: "b" };

async function app(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const deliveries = async ({ call }: Awaited<ReturnType<typeof inspect>>): Promise<readonly DeliverySummary[]> => (await call<{ deliveries: DeliverySummary[] }>("state")).deliveries;

describe("a delivery", () => {
  test("is verified, answered as the runtime would, and shown", async () => {
    const inspected = await inspect();
    expect(await inspected.push(PUSH)).toMatchObject({ status: 200, text: '{"status":"success"}' });
    const [first] = await deliveries(inspected);
    expect(first).toMatchObject({ id: "1", origin: "received", webhook: "github", event: "push", method: "onPush", state: "verified", status: 200, from: "inspector", duplicate: false });
    const detail = await inspected.call<DeliveryDetail>("deliveries/1");
    expect(detail.events).toMatchObject([{ type: "push", method: "onPush", payload: PUSH }]);
    expect(detail.explanation?.steps.map(({ name }) => name)).toContain("signed content");
    expect(JSON.stringify(detail)).not.toContain(SECRET);
  });

  test("that was sent twice is a duplicate the second time, until all are cleared", async () => {
    const inspected = await inspect();
    for (let at = 0; at < 2; at++) await inspected.push(PUSH);
    expect((await deliveries(inspected)).map(({ duplicate }) => duplicate)).toEqual([false, true]);
    await inspected.call("clear", {});
    await inspected.push(PUSH);
    expect((await deliveries(inspected)).map(({ duplicate }) => duplicate)).toEqual([false]);
  });

  test("that is forged is refused, and still tells what it claims to be", async () => {
    const inspected = await inspect();
    expect((await inspected.push(PUSH, { "x-hub-signature-256": `sha256=${"0".repeat(64)}` })).status).toBe(401);
    expect(await deliveries(inspected)).toMatchObject([{ event: "push", state: "refused", reason: "signature_mismatch", status: 401 }]);
    expect((await inspected.call<DeliveryDetail>("deliveries/1")).explanation?.cause?.code).toBe("secret-wrong");
  });

  test("is not verified where there is no secret", async () => {
    const inspected = await inspect({ env: {} });
    expect((await inspected.push(PUSH)).status).toBe(503);
    expect(await deliveries(inspected)).toMatchObject([{ event: "push", state: "no-secret", status: 503 }]);
  });

  test.each([
    ["slack", "SLACK_SIGNING_SECRET", { type: "url_verification", challenge: "abc" }, "refused"],
    ["asana", "ASANA_WEBHOOK_SECRET", {}, "not-needed"],
  ])("of %s that is a handshake is one, signed or not", async (provider, variable, payload, state) => {
    const inspected = await inspect({ providers: [provider], env: { [variable]: "0123456789abcdef0123456789abcdef" } });
    await inspected.raw("POST", `/webhooks/${provider}`, { "content-type": "application/json", "x-hook-secret": "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81" }, JSON.stringify(payload));
    expect(await deliveries(inspected)).toMatchObject([{ kind: "handshake", state }]);
  });

  test("to a path of the page is taken, and the page stays there for those who look", async () => {
    const yaml = "webhooks:\n  default:\n    path: /\n    verify_signature: false\n    event_header: X-Event\n    events: [sent]\n";
    const inspected = await inspect({ providers: ["acme"], env: {}, files: { "providers/acme/webhook.yaml": yaml } });
    expect((await inspected.raw("GET", "/")).text).toContain("<!doctype html>");
    expect((await inspected.raw("POST", "/", { "content-type": "application/json", "x-event": "sent" }, "{}")).status).toBe(200);
    expect(await deliveries(inspected)).toMatchObject([{ webhook: "acme", event: "sent" }]);
  });

  test("that is as deep as JSON can be is shown, and takes nothing along", async () => {
    const inspected = await inspect();
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (const body of [`{"a":${deep}}`, `{"body":{"data":${deep}}}`, `{"a":${"{\"b\":".repeat(50_000)}1${"}".repeat(50_000)}}`]) {
      await inspected.raw("POST", "/webhooks/github", { "content-type": "application/json", "x-github-event": "push" }, body);
    }
    for (const { id } of await deliveries(inspected)) expect((await inspected.call<DeliveryDetail>(`deliveries/${id}`)).body.bytes).toBeGreaterThan(100_000);
  });

  test("of no sense at all is shown too", async () => {
    const inspected = await inspect();
    await inspected.raw("GET", "/webhooks/github");
    await inspected.raw("POST", "/webhooks/github?a=%00", { "content-type": "text/plain", "x-github-event": "push" }, Uint8Array.of(0xff, 0xfe, 0));
    expect(await deliveries(inspected)).toMatchObject([{ httpMethod: "GET", kind: "unreadable", status: 405 }, { kind: "unreadable", status: 401 }]);
    expect((await inspected.call<DeliveryDetail>("deliveries/2")).body).toMatchObject({ encoding: "base64", bytes: 3 });
  });

  test("that is too large is refused, and not kept", async () => {
    const inspected = await inspect({ providers: ["stripe"], env: { STRIPE_WEBHOOK_SECRET: "whsec_test" } });
    expect((await inspected.raw("POST", "/webhooks/stripe", { "content-type": "application/json" }, "x".repeat(1024 * 1024 + 1))).status).toBe(413);
    expect(await deliveries(inspected)).toMatchObject([{ state: "unread", status: 413 }]);
    expect((await inspected.call<DeliveryDetail>("deliveries/1")).body.isCut).toBe(true);
  });

  test("that is long is shown in part, and kept whole", async () => {
    const inspected = await inspect();
    await inspected.push({ ...PUSH, note: "x".repeat(600_000) });
    const { body, editable } = await inspected.call<DeliveryDetail>("deliveries/1");
    expect([body.text.length, body.isShortened, body.bytes > 600_000, editable.length > 600_000]).toEqual([500_000, true, true, true]);
  });

  test("hides what lets somebody in", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH, { authorization: "Basic dXNlcjpwYXNz", cookie: "sid=1234567", "x-copy": SECRET });
    const { headers } = await inspected.call<DeliveryDetail>("deliveries/1");
    expect(Object.fromEntries(headers.map(([name, value]) => [name, value]))).toMatchObject({ authorization: "Basic …", cookie: "…" });
    expect(JSON.stringify(headers)).not.toContain(SECRET);
  });

  test("nowhere is told where it should go", async () => {
    const inspected = await inspect();
    const answer = await inspected.raw("POST", "/webhooks/githbu", { host: "tunnel.example" }, "{}");
    expect([answer.status, answer.text]).toEqual([404, expect.stringContaining("/webhooks/github")]);
  });
});

describe("sent from the page", () => {
  test.each([
    ["new", { state: "verified", status: 200 }],
    ["forged", { state: "refused", reason: "signature_mismatch", status: 401 }],
    ["unsigned", { state: "refused", reason: "signature_missing", status: 401 }],
    ["stale", { state: "refused", reason: "timestamp_too_old", status: 401 }],
  ])("a delivery is %s", async (as, expected) => {
    const inspected = await inspect({ providers: ["stripe"], env: { STRIPE_WEBHOOK_SECRET: "whsec_test" } });
    const { text } = await inspected.call<{ text: string }>("sample?webhook=stripe&event=customer.created");
    await inspected.call("send", { webhook: "stripe", event: "customer.created", text, as });
    expect(await deliveries(inspected)).toMatchObject([{ event: "customer.created", origin: as, ...expected }]);
  });

  test("a replay is the same bytes, and an edit is signed anew", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    await inspected.call("deliveries/1/resend", { as: "replay" });
    await inspected.call("send", { webhook: "github", event: "push", text: '{ "ref": "refs/heads/other", "commits": [] }', as: "edited", of: "1" });
    expect(await deliveries(inspected)).toMatchObject([{ id: "1" }, { origin: "replay", of: "1", duplicate: true }, { origin: "edited", of: "1", state: "verified", duplicate: false }]);
    const [first, again, edited] = await Promise.all(["1", "2", "3"].map((id) => inspected.call<DeliveryDetail>(`deliveries/${id}`)));
    expect(again?.body).toEqual(first?.body);
    expect(edited?.body.text).toBe('{ "ref": "refs/heads/other", "commits": [] }');
  });

  test.each([
    ["whatsapp", "WHATSAPP_APP_SECRET"],
    ["sendgrid", ""],
    ["twilio", "TWILIO_AUTH_TOKEN"],
    ["slack", "SLACK_SIGNING_SECRET"],
    ["plaid", ""],
  ])("an example of %s is what the provider sends, again and again", async (provider, variable) => {
    const { spec } = (await loadWebhooks([provider], { cwd: "/", providersDir: "/providers" }))[0] as InspectedWebhook;
    const keys = newKeys(spec);
    const isOpen = keyKind(spec) !== undefined;
    const env = { [spec.secretEnv ?? variable]: isOpen ? publicKey(spec, keys.own) : keys.own };
    const inspected = await inspect({ providers: [provider], env, privateKeys: isOpen ? { [provider]: keys.own } : {} });
    const [event = ""] = eventNames(spec);
    for (let at = 0; at < 2; at++) {
      const { text } = await inspected.call<{ text: string }>(`sample?${new URLSearchParams({ webhook: provider, event }).toString()}`);
      await inspected.call("send", { webhook: provider, event, text });
    }
    await inspected.call("send", { webhook: provider, event, text: (await inspected.call<DeliveryDetail>("deliveries/1")).editable, as: "edited", of: "1" });
    expect((await deliveries(inspected)).map((one) => [one.event, one.state, one.status < 300])).toEqual(Array.from({ length: 3 }, () => [event, "verified", true]));
  });

  test("what is signed anew is no duplicate, where the body holds the id too", async () => {
    const inspected = await inspect({ providers: ["stripe"], env: { STRIPE_WEBHOOK_SECRET: "whsec_test" } });
    const { text } = await inspected.call<{ text: string }>("sample?webhook=stripe&event=customer.created");
    await inspected.call("send", { webhook: "stripe", event: "customer.created", text });
    await inspected.call("send", { webhook: "stripe", event: "customer.created", text: (await inspected.call<DeliveryDetail>("deliveries/1")).editable, as: "edited", of: "1" });
    expect((await deliveries(inspected)).map(({ duplicate }) => duplicate)).toEqual([false, false]);
  });

  test("a duplicate comes twice, the second time for nothing", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    await inspected.call("deliveries/1/resend", { as: "duplicate" });
    expect((await deliveries(inspected)).map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
  });

  test.each([
    ["what there is not", "deliveries/7/resend", {}, "404"],
    ["an event that there is not", "send", { webhook: "github", event: "pushed", text: "{}" }, "unknown-event"],
    ["a time where none is signed", "send", { webhook: "github", event: "push", text: "{}", as: "stale" }, "impossible-fault"],
  ])("refuses %s", async (_, path, body, expected) => {
    const inspected = await inspect();
    await expect(inspected.call(path, body)).rejects.toThrow(expected);
  });

  test("a URL that is signed is the one that the app is known by", async () => {
    const env = { TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef" };
    const [known, called] = await Promise.all([inspect({ providers: ["twilio"], env, publicUrl: "https://hooks.example.com" }), inspect({ providers: ["twilio"], env })]);
    const { text } = await known.call<{ text: string }>("sample?webhook=twilio&event=incoming_message");
    await known.call("send", { webhook: "twilio", event: "incoming_message", text });
    expect(await deliveries(known)).toMatchObject([{ state: "verified", status: 200 }]);
    const { url, headers, body } = await known.call<DeliveryDetail>("deliveries/1");
    const tunnelled = { ...Object.fromEntries(headers), "x-forwarded-proto": "https", "x-forwarded-host": "hooks.example.com" };
    await called.raw("POST", url, tunnelled, body.text);
    await called.raw("POST", url, Object.fromEntries(headers), body.text);
    expect((await deliveries(called)).map(({ state }) => state)).toEqual(["verified", "refused"]);
  });

  test("a private key of one's own signs where the provider signs with one", async () => {
    const { spec } = (await loadWebhooks(["discord"], { cwd: "/", providersDir: "/providers" }))[0] as InspectedWebhook;
    const { own } = newKeys(spec);
    const inspected = await inspect({ providers: ["discord"], env: { [spec.secretEnv ?? ""]: publicKey(spec, own) }, privateKeys: { discord: own } });
    const event = eventNames(spec)[0] ?? "";
    const { text } = await inspected.call<{ text: string }>(`sample?webhook=discord&event=${event}`);
    await inspected.call("send", { webhook: "discord", event, text });
    expect(await deliveries(inspected)).toMatchObject([{ event, state: "verified", status: 200 }]);
    const without = await inspect({ providers: ["discord"] });
    await expect(without.call("send", { webhook: "discord", event, text })).rejects.toThrow("--private-key discord=FILE");
  });

  test("says which secret is missing", async () => {
    const inspected = await inspect({ env: {} });
    await expect(inspected.call("send", { webhook: "github", event: "push", text: "{}" })).rejects.toThrow("GITHUB_WEBHOOK_SECRET");
  });
});

describe("forwarding", () => {
  test("passes a delivery on byte for byte, and its answer back", async () => {
    const seen: unknown[] = [];
    const url = await app((request, response) => {
      void buffer(request).then((body) => {
        seen.push(request.method, request.url, request.rawHeaders.slice(0, 4), request.headers["x-hub-signature-256"], body.toString());
        response.writeHead(202, { "x-app": "yes" }).end("taken");
      });
    });
    const inspected = await inspect({ app: `${url}/base/` });
    const body = '{"ref":  "a",\r\n"commits":[]}';
    const answer = await inspected.raw("POST", "/webhooks/github?x=1", { Host: "hooks.example", "X-GitHub-Event": "push", "x-hub-signature-256": "sha256=00" }, body);
    expect(answer).toMatchObject({ status: 202, text: "taken", headers: { "x-app": "yes" } });
    expect(seen).toEqual(["POST", "/base/webhooks/github?x=1", ["Host", "hooks.example", "X-GitHub-Event", "push"], "sha256=00", body]);
    expect(await deliveries(inspected)).toMatchObject([{ state: "refused", status: 202, from: "app" }]);
  });

  test("says that nobody listens", async () => {
    const inspected = await inspect({ app: "http://127.0.0.1:1" });
    const answer = await inspected.push(PUSH);
    expect([answer.status, answer.text]).toEqual([502, expect.stringContaining("Nothing listens at http://127.0.0.1:1")]);
  });

  test("does not wait for an app once the inspector is stopped", async () => {
    const told = new EventEmitter();
    const [asked, gone] = [once(told, "asked"), once(told, "gone")];
    const url = await app((request, response) => {
      response.on("close", () => told.emit("gone"));
      request.resume().on("end", () => told.emit("asked"));
    });
    const inspected = await inspect({ app: url });
    const sent = inspected.push(PUSH).catch(() => "cut off");
    await asked;
    await inspected.close();
    await gone;
    expect(await sent).toBe("cut off");
  });

  test("does not follow a redirect", async () => {
    const url = await app((_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end());
    expect((await (await inspect({ app: url })).push(PUSH)).status).toBe(302);
  });
});

describe("the server", () => {
  test("shows its page, which may load nothing but itself", async () => {
    const inspected = await inspect();
    for (const path of ["/", "/main.js", "/style.css"]) {
      const { status, headers } = await inspected.raw("GET", path);
      expect([status, headers["x-frame-options"], headers["x-content-type-options"], headers["cache-control"]]).toEqual([200, "DENY", "nosniff", "no-store"]);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
    }
  });

  test("keeps everybody else out", async () => {
    const { raw, token, origin } = await inspect();
    const authorization = `Bearer ${token}`;
    const json = { "content-type": "application/json" };
    const statuses = await Promise.all([
      raw("GET", "/api/state"),
      raw("GET", "/api/events"),
      raw("GET", "/", { host: "evil.example" }),
      raw("GET", "/api/state", { authorization, origin: "http://evil.example" }),
      raw("POST", "/api/clear", { ...json, authorization }, "{}"),
      raw("POST", "/api/clear", { ...json, authorization, origin: "null" }, "{}"),
      raw("POST", "/api/clear", { ...json, origin }, "{}"),
      raw("OPTIONS", "/api/clear", { origin: "http://evil.example", "access-control-request-method": "POST" }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 403, 403, 403, 403, 401, 403]);
    expect(statuses.every(({ headers }) => !("access-control-allow-origin" in headers))).toBe(true);
  });

  test("takes JSON alone, calls that there are, and no other file", async () => {
    const { raw, token, origin } = await inspect();
    const headers = { authorization: `Bearer ${token}`, origin };
    expect((await raw("POST", "/api/clear", { ...headers, "content-type": "text/plain" }, "{}")).status).toBe(400);
    expect((await raw("POST", "/api/clear", { ...headers, "content-type": "application/json" }, "{")).status).toBe(400);
    for (const path of ["/api/nothing", "/api/deliveries/x", "/api/../state", "/api/deliveries/1/save"]) expect((await raw("GET", path, headers)).status).toBe(404);
    for (const path of ["/package.json", "/../package.json", "/..%2fpackage.json", "//main.js"]) expect((await raw("GET", path)).status).toBe(404);
    expect((await raw("POST", "/main.js", headers)).status).toBe(405);
  });

  test("tells the page of a delivery as it comes", async () => {
    const inspected = await inspect();
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const response = await fetch(`${inspected.origin}/api/events`, { headers: { authorization: `Bearer ${inspected.token}` }, signal: stop.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    await inspected.push({ ...PUSH, ref: "a\n\nevent: cleared\ndata: {}\n\n" });
    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk as string;
      if (text.includes("event: delivery")) break;
    }
    expect(text.split("\n").filter((line) => line.startsWith("event: "))).toEqual(["event: delivery"]);
    expect(text).toContain('"event":"push"');
  });

  test("lets so many pages listen, and no more", async () => {
    const { origin, token } = await inspect();
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const statuses: number[] = [];
    for (let at = 0; at < 21; at++) statuses.push((await fetch(`${origin}/api/events`, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 503]);
  });

  test("goes on after a client that went away", async () => {
    const inspected = await inspect();
    const socket = connect(Number(new URL(inspected.origin).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
    socket.destroy();
    expect((await inspected.push(PUSH)).status).toBe(200);
  });

  test("says that its port is taken", async () => {
    const { origin } = await inspect();
    const starting = startInspector({ webhooks: [], folders: { cwd: "/", providersDir: "/", output: "/", fixtures: "/" }, env: {}, privateKeys: new Map(), app: undefined }, Number(new URL(origin).port));
    await expect(starting).rejects.toMatchObject({ problems: [{ code: "port-in-use", hint: expect.stringContaining("--port 0") }] });
  });
});
