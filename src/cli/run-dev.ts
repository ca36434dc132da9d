import { resolve } from "node:path";
import { isLoopback } from "../delivery/is-loopback.js";
import { refused } from "../errors.js";
import { readInputFile } from "../import/input-file.js";
import { loadWebhooks } from "../inspector/load-webhooks.js";
import type { InspectedWebhook } from "../inspector/inspected-webhook.js";
import { startInspector } from "../inspector/start-inspector.js";
import type { DeliverySummary } from "../inspector/summary.js";
import { chooseProviders } from "./choose-providers.js";
import { defaultOutput } from "./default-output.js";
import type { DevOptions } from "./dev-command.js";
import type { Io } from "./io.js";
import type { Printer } from "./printer.js";
import type { CommandInput } from "./to-action.js";
import { missingSecret } from "../inspector/secrets-of.js";

/** Runs `dev` until a signal ends it. Throws a GenerateError for what cannot be served. */
export async function runDev({ arguments: named, options, where, printer }: CommandInput<DevOptions>, env: Io["env"]): Promise<number> {
  const { cwd, providersDir } = where;
  const output = resolve(cwd, options.output ?? defaultOutput(cwd));
  const app = options.forward === undefined ? undefined : await readApp(options.forward);
  const providers = await chooseProviders(named, {}, { ...where, output }, "dev");
  const webhooks = await loadWebhooks(providers, { cwd, providersDir });
  const folders = { cwd, providersDir, output, fixtures: resolve(cwd, options.fixtures ?? "test/fixtures/webhooks") };
  const privateKeys = new Map(await Promise.all((options.privateKey ?? []).map(async ([provider, file]) => [provider, (await readInputFile(file, cwd)).text] as const)));
  const stopped = untilSignal();
  const onDelivery = (delivery: DeliverySummary): void => printer.note(line(delivery));
  const inspector = await startInspector({ webhooks, folders, env, privateKeys, publicUrl: options.publicUrl, app, onDelivery }, options.port);
  const receiving = webhooks.map((webhook) => ({ webhook: webhook.name, url: inspector.origin + (webhook.paths[0] ?? "/") }));
  printer.jsonLine({ url: inspector.origin, page: inspector.pageUrl, receiving, forward: app?.href });
  const width = Math.max(...receiving.map(({ webhook }) => webhook.length), "inspector".length);
  for (const { webhook, url } of [{ webhook: "inspector", url: inspector.pageUrl }, ...receiving]) printer.result(`${webhook.padEnd(width)}  ${url}`);
  if (app) printer.note(`Each delivery is forwarded to ${app.href}`);
  noteMissing(webhooks, env, printer);
  printer.note("Press Ctrl+C to stop.");
  await stopped;
  await inspector.close();
  return 0;
}

/** `12:00:01  200  github push  verified`; the page has the rest. */
function line({ at, status, webhook, event, httpMethod, state, origin, duplicate }: DeliverySummary): string {
  const remarks = [state, ...(duplicate ? ["duplicate"] : []), ...(origin === "received" ? [] : [origin])];
  return `${new Date(at).toTimeString().slice(0, 8)}  ${status}  ${webhook} ${event ?? httpMethod}  ${[...new Set(remarks)].join(", ")}`;
}

function noteMissing(webhooks: readonly InspectedWebhook[], env: Io["env"], printer: Printer): void {
  const names = webhooks.flatMap(({ spec }) => missingSecret(spec, env) ?? []);
  if (names.length > 0) printer.note(`Not set, so that nothing of theirs can be verified: ${[...new Set(names)].join(", ")}`);
}

/** Ended by Ctrl+C is ended as meant: no failure. */
function untilSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

/** The app to forward to: on this computer, as what providers send is the user's customers' data. */
async function readApp(text: string): Promise<URL> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== "http:" || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw refused("invalid-argument", "--forward is no address that deliveries can be forwarded to", "Write it as http://127.0.0.1:3000, perhaps with a path that goes before each webhook's.");
  }
  if (!(await isLoopback(url))) throw refused("remote-url", `--forward leads to ${url.host}, which is not this computer`, "Deliveries hold other people's data: forward to 127.0.0.1 or localhost.");
  return url;
}
