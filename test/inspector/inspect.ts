import { createHmac } from "node:crypto";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { loadWebhooks } from "../../src/inspector/load-webhooks.js";
import { startInspector } from "../../src/inspector/start-inspector.js";
import { tempFolder } from "../temp-folder.js";

/** What a request was answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** A running inspector, and how to talk to it. */
export interface Inspected {
  readonly origin: string;
  readonly pageUrl: string;
  readonly token: string;
  readonly cwd: string;
  /** Any request: the headers are all there are, and `Host` may be a lie. */
  readonly raw: (method: string, path: string, headers?: Readonly<Record<string, string>>, body?: string | Uint8Array) => Promise<Answered>;
  /** A call as the page makes it. */
  readonly call: <T>(path: string, body?: unknown) => Promise<T>;
  readonly close: () => Promise<void>;
  /** A delivery of GitHub, signed with the secret. */
  readonly push: (payload: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
}

export const SECRET = "It's a secret to everybody";

/** Starts an inspector in a folder of its own, closed after the test. */
export async function inspect(options: { readonly providers?: readonly string[]; readonly env?: Readonly<Record<string, string>>; readonly app?: string; readonly files?: Readonly<Record<string, string>>; readonly publicUrl?: string; readonly privateKeys?: Readonly<Record<string, string>> } = {}): Promise<Inspected> {
  const { providers = ["github"], env = { GITHUB_WEBHOOK_SECRET: SECRET }, app, files, publicUrl, privateKeys = {} } = options;
  const cwd = tempFolder(files);
  const providersDir = `${cwd}/providers`;
  const webhooks = await loadWebhooks(providers, { cwd, providersDir });
  const folders = { cwd, providersDir, output: `${cwd}/src/webhooks`, fixtures: `${cwd}/test/fixtures/webhooks` };
  const inspector = await startInspector({ webhooks, folders, env, privateKeys: new Map(Object.entries(privateKeys)), publicUrl, app: app === undefined ? undefined : new URL(app) }, 0);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= inspector.close());
  onTestFinished(close);
  const { origin, pageUrl } = inspector;
  const token = pageUrl.slice(pageUrl.indexOf("=") + 1);
  const raw: Inspected["raw"] = (method, path, headers = {}, body = "") => send(origin, method, path, headers, body);
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { origin, "content-type": "application/json" }) };
    const answer = await raw(body === undefined ? "GET" : "POST", `/api/${path}`, headers, body === undefined ? "" : JSON.stringify(body));
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  };
  const push: Inspected["push"] = (payload, headers = {}) => {
    const body = JSON.stringify(payload);
    const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
    return raw("POST", "/webhooks/github", { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": `d-${body.length}`, "x-hub-signature-256": signature, ...headers }, body);
  };
  return { origin, pageUrl, token, cwd, raw, call, push, close };
}

function send(origin: string, method: string, path: string, headers: Readonly<Record<string, string>>, body: string | Uint8Array): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const outgoing = request({ hostname, port, method, path, headers: { connection: "close", ...headers } }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer }), reject);
    });
    outgoing.on("error", reject).end(body);
  });
}
