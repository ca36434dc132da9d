import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bodies } from "./bodies.js";
import { type Contestant, SECRET } from "./contestant.js";
import { floor as onNode, ours } from "./github-contestants.js";
import { loadPeer } from "./load-peer.js";
import { roundRobin, type Timing } from "./round-robin.js";
import { type Section, toRows } from "./section.js";

/** WebCrypto, as on Workers: a process with their export condition. */
export async function edge(): Promise<Section> {
  const rows: string[][] = [];
  const text = execFileSync(process.execPath, ["--conditions=workerd", fileURLToPath(import.meta.url), "measure"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  for (const { size, timed } of JSON.parse(text) as readonly { readonly size: string; readonly timed: readonly Timing[] }[]) {
    rows.push(...toRows(size, timed));
  }
  return { title: "Edge: WebCrypto", about: "On Node with the export condition of Workers. Behind WebCrypto stands a pool of threads here: the figures vary more than others.", head: ["", "", "CPU µs", "× floor (p10)", "× floor (median)"], rows, targets: [] };
}

async function measure(): Promise<void> {
  const key = await crypto.subtle.importKey("raw", Buffer.from(SECRET), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const calls = { count: 0 };
  const bare = async (signature: Buffer, body: Buffer): Promise<unknown> => (await crypto.subtle.verify("HMAC", key, signature, body)) && JSON.parse(body.toString());
  const handler: Contestant = ours("ours, store: false", { store: false });
  const { verify } = await loadPeer<{ readonly verify: (secret: string, payload: string, signature: string) => Promise<boolean> }>("@octokit/webhooks-methods");
  const results: object[] = [];
  for (const [size, body] of Object.entries(bodies)) {
    const request = onNode.sign(body, "push");
    const signature = Buffer.from((request.headers["x-hub-signature-256"] ?? "").slice(7), "hex");
    const timed = await roundRobin([
      { name: "floor: subtle.verify with a kept key, JSON.parse", run: () => bare(signature, body) },
      { name: handler.name, run: () => handler.receive(request, calls) },
      { name: "@octokit/webhooks-methods verify (node:crypto), JSON.parse", run: async () => (await verify(SECRET, body.toString(), request.headers["x-hub-signature-256"] ?? "")) && JSON.parse(body.toString()) },
    ]);
    results.push({ size, timed });
  }
  if (calls.count === 0) throw new Error("Our handler took no delivery");
  console.log(JSON.stringify(results));
}

if (process.argv[2] === "measure") await measure();
