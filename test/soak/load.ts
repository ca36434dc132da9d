import { fork } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { builtFile, buildFleet } from "./children.js";
import { SECRET } from "./fleet.js";

// A receiver under a mix of valid, duplicate, forged and oversized deliveries. Prints what was answered, and how its memory went.
const { values } = parseArgs({ options: { seconds: { type: "string", default: "120" }, connections: { type: "string", default: "20" } } });
const [SECONDS, CONNECTIONS] = [Number(values.seconds), Number(values.connections)];

await buildFleet();
const server = fork(builtFile("load-server"), { execArgv: ["--expose-gc"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
const [{ port }] = (await once(server, "message")) as [{ port: number }];

interface Memory {
  readonly heap: number;
  readonly rss: number;
  readonly external: number;
}
const memory: Memory[] = [];
const sampling = setInterval(() => void sample(), Math.max(1000, (SECONDS * 1000) / 40));

const oversized = "x".repeat(70 * 1024);
let sent = 0;
const result = await autocannon({
  url: `http://127.0.0.1:${port}`,
  connections: CONNECTIONS,
  duration: SECONDS,
  requests: [{ method: "POST", path: "/webhooks/alpha", setupRequest: (request) => ({ ...request, ...next() }) }],
});
clearInterval(sampling);
await sample();
server.kill();

const answered = result.statusCodeStats as unknown as Readonly<Record<string, { readonly count: number }>>;
console.log(`load, ${SECONDS} s, ${CONNECTIONS} connections: ${result.requests.total} requests, ${Math.round(result.requests.average)} a second`);
console.log(`  answers ${Object.entries(answered).map(([status, { count }]) => `${status}: ${count}`).join(", ")}; errors ${result.errors}, timeouts ${result.timeouts}`);
const [early, late] = [memory.slice(memory.length >> 2, memory.length >> 1), memory.slice(-(memory.length >> 2))];
for (const name of ["heap", "rss", "external"] as const) console.log(`  ${name} after a collection, second and last quarter: ${mean(early, name)} and ${mean(late, name)} MB`);
const isGood = result.errors === 0 && result.timeouts === 0 && Object.keys(answered).every((status) => ["200", "401", "413"].includes(status));
process.exit(isGood ? 0 : 1);

/** Of ten: six new, two sent before, one forged, one too large. */
function next(): { readonly headers: Record<string, string>; readonly body: string } {
  const kind = sent++ % 10;
  const id = kind >= 6 && kind < 8 ? sent - 5 : sent;
  const body = kind === 9 ? oversized : JSON.stringify({ n: id, text: "y".repeat(1000 + (id % 7000)) });
  const signature = kind === 8 ? "0".repeat(64) : createHmac("sha256", SECRET).update(body).digest("hex");
  return { body, headers: { "content-type": "application/json", "x-event": "push", "x-id": String(id), "x-signature": `sha256=${signature}` } };
}

async function sample(): Promise<void> {
  const told = once(server, "message");
  server.send("memory");
  memory.push(((await told) as [Memory])[0]);
}

function mean(samples: readonly Memory[], name: keyof Memory): string {
  return (samples.reduce((sum, one) => sum + one[name], 0) / samples.length).toFixed(1);
}
