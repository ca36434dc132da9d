import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { bodies } from "./bodies.js";
import type { Received } from "./contestant.js";
import { floor } from "./github-contestants.js";
import { httpServers } from "./http-servers.js";
import { ratioOf, timings } from "./round-robin.js";
import { figure, type Section } from "./section.js";

const ROUNDS = 5;
const CONNECTIONS = 10;
/** Requests of a round. */
const AMOUNT = 3000;

/** CPU of the server's process per request, body of 8 kB. */
export async function http(): Promise<Section> {
  const names = Object.keys(httpServers);
  const good = floor.sign(bodies["8 kB"], "push");
  const servers = await Promise.all(names.map(startServer));
  try {
    for (const server of servers) await check(server, good);
    const micros = names.map((): number[] => []);
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [index, server] of servers.entries()) {
        const perRequest = await load(server, good);
        // The first round warms up.
        if (round > 0) micros[index]?.push(perRequest);
      }
    }
    const timed = timings(names, micros);
    const rows = timed.map(({ name, micros: own, ratio, median }) => [name, figure(own), figure(ratio), figure(median)]);
    return {
      title: "HTTP servers, 8 kB",
      about: `Each server is a process of its own; ${AMOUNT.toLocaleString("en-US")} requests a round over ${CONNECTIONS} connections.`,
      head: ["", "CPU µs per request", "× floor (p10)", "× floor (median)"],
      rows,
      targets: [{ what: "CPU per request, node:http", atMost: 1.08, measured: ratioOf(timed, "ours, node:http"), unit: "× bare server" }],
    };
  } finally {
    for (const { child } of servers) child.kill();
  }
}

interface Server {
  readonly name: string;
  readonly child: ChildProcess;
  readonly url: string;
}

async function startServer(name: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL("http-servers.js", import.meta.url)), [name], { env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const failed = once(child, "exit").then(() => Promise.reject(new Error(`${name} did not start`)));
  const [{ port }] = (await Promise.race([once(child, "message"), failed])) as [{ readonly port: number }];
  failed.catch(() => {});
  return { name, child, url: `http://127.0.0.1:${port}/webhooks/github` };
}

async function check({ name, url }: Server, { headers, body }: Received): Promise<void> {
  const { "content-length": _, ...sent } = headers;
  const good = await fetch(url, { method: "POST", headers: sent, body });
  const bad = await fetch(url, { method: "POST", headers: sent, body: Buffer.concat([body, Buffer.from(" ")]) });
  if (!good.ok || bad.ok) throw new Error(`${name} answered ${good.status} to a good body, ${bad.status} to a tampered one`);
}

async function load({ name, child, url }: Server, { headers, body }: Received): Promise<number> {
  const { "content-length": _, ...sent } = headers;
  const before = await cpuOf(child);
  const { non2xx, errors } = await autocannon({ url, method: "POST", headers: sent, body, connections: CONNECTIONS, amount: AMOUNT });
  if (non2xx + errors > 0) throw new Error(`${name} failed ${non2xx + errors} requests`);
  return ((await cpuOf(child)) - before) / AMOUNT;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
  return user + system;
}
