import { bodies } from "./bodies.js";
import { attempt, checkContestant } from "./check-contestant.js";
import type { Contestant, Received } from "./contestant.js";
import { floor, octokit, ours } from "./github-contestants.js";
import { others } from "./other-contestants.js";
import { ratioOf, roundRobin, type Timing } from "./round-robin.js";
import { type Section, type Target, toRows } from "./section.js";

const WITH_ALL = "ours, every feature on";
const WITHOUT_STORE = "ours, store: false";
const contestants: readonly Contestant[] = [floor, ours(WITH_ALL), ours(WITHOUT_STORE, { store: false }), octokit, ...others];

/** Verify, parse and route: a delivery that a method takes, and one that nobody takes, by the size of the body. */
export async function deliveries(): Promise<Section> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [size, body] of Object.entries(bodies)) {
    for (const contestant of contestants) await checkContestant(contestant, body);
    const handled = await run(contestants, (contestant) => contestant.sign(body, "push"));
    const routing = contestants.filter(({ routes }) => routes);
    const [base] = handled;
    const unhandled = await run(routing, (contestant) => contestant.sign(body, "star"));
    // Of what a delivery costs that is handled: that is what the floor of it is.
    const whole = base?.micros ?? Number.NaN;
    const nobodys = unhandled.map((timing) => ({ ...timing, ratio: timing.micros / whole, median: (timing.median * (unhandled[0]?.micros ?? Number.NaN)) / whole }));
    rows.push(...toRows(`${size}, handled`, handled), ...toRows(`${size}, nobody's event`, nobodys));
    targets.push(
      target(`${size}, handled, every feature on`, handled, WITH_ALL, TARGETS[size as keyof typeof bodies][0]),
      target(`${size}, handled, without the store`, handled, WITHOUT_STORE, TARGETS[size as keyof typeof bodies][1]),
      target(`${size}, an event nobody handles`, nobodys, WITH_ALL, TARGETS[size as keyof typeof bodies][2]),
    );
  }
  return { title: "A delivery: verify, parse, route", about: "Of GitHub's `push`, signed as each library wants it. Only octokit's routes by event, and none but ours remembers deliveries or makes an answer.", head: HEAD, rows, targets, quote: { what: "CPU per delivery of 1 kB, over bare node:crypto and JSON.parse", column: 3, names: [WITH_ALL, octokit.name, "stripe constructEvent", "svix verify"] } };
}

/** A forged signature and a malformed one. */
export async function refusals(): Promise<Section> {
  const body = bodies["8 kB"];
  const forge = (contestant: Contestant): Received => ({ ...contestant.sign(body, "push"), body: Buffer.concat([body, Buffer.from(" ")]) });
  const forged = await run(contestants.filter(({ name }) => name !== WITHOUT_STORE), forge);
  const malformed = await run(contestants.filter(({ malform }) => malform), (contestant) => contestant.malform?.(contestant.sign(body, "push")) as Received);
  const hmac = forged[0]?.micros ?? Number.NaN;
  const ofHmac = malformed.map((timing) => ({ ...timing, ratio: timing.micros / hmac, median: (timing.median * (malformed[0]?.micros ?? Number.NaN)) / hmac }));
  return {
    title: "A refusal, 8 kB",
    about: "The floor is one HMAC over the body; so it is for the malformed ones.",
    head: HEAD,
    rows: [...toRows("forged", forged), ...toRows("malformed", ofHmac)],
    targets: [target("refuse a forged request", forged, WITH_ALL, 1.15), target("refuse a malformed signature", ofHmac, WITH_ALL, 0.05)],
  };
}

const HEAD = ["", "library", "CPU µs", "× floor (p10)", "× floor (median)"];

/** Handled, without the store, nobody's. */
const TARGETS = { "1 kB": [1.2, 1.1, 0.48], "8 kB": [1.08, 1.05, 0.31], "250 kB": [1.02, 1.02, 0.13] } as const;

async function run(list: readonly Contestant[], requestOf: (contestant: Contestant) => Received): Promise<readonly Timing[]> {
  const calls = { count: 0 };
  const tasks = list.map((contestant) => {
    const request = requestOf(contestant);
    return { name: contestant.name, run: () => attempt(contestant, request, calls) };
  });
  return roundRobin(tasks);
}

function target(what: string, timed: readonly Timing[], name: string, atMost: number): Target {
  return { what, atMost, measured: ratioOf(timed, name), unit: "× floor" };
}
