import type { Contestant, Received } from "./contestant.js";

/** Throws an Error for a contestant that does not run its method once for a good body, or runs it for a tampered one. */
export async function checkContestant(contestant: Contestant, body: Buffer): Promise<void> {
  const good = contestant.sign(body, "push");
  const tampered = Buffer.from(body);
  // One bit of one letter: still JSON.
  tampered.writeUInt8(tampered.readUInt8(20) ^ 1, 20);
  const onGood = await callsOf(contestant, good);
  const onTampered = await callsOf(contestant, { ...good, body: tampered });
  if (onGood !== 1 || onTampered !== 0) throw new Error(`${contestant.name} ran its method ${onGood} times for a good body, ${onTampered} times for a tampered one`);
}

async function callsOf(contestant: Contestant, request: Received): Promise<number> {
  const calls = { count: 0 };
  await attempt(contestant, request, calls);
  return calls.count;
}

/** Receives a request. What is thrown is a refusal. */
export function attempt(contestant: Contestant, request: Received, calls: { count: number }): unknown {
  try {
    const answer = contestant.receive(request, calls);
    return answer instanceof Promise ? answer.catch(() => false) : answer;
  } catch {
    return false;
  }
}
