import type { Receiver } from "./receiver.js";

/** What a developer should know before the first delivery: no signature, and methods that nothing calls. */
export function warnAtStart(receiver: Receiver, base: object, allow: readonly string[] = []): void {
  const { spec, logger } = receiver;
  const details = { provider: spec.provider, webhook: spec.webhook };
  if (!spec.verify.signed) {
    logger.warn?.("This webhook is not verified (verify_signature: false): anyone can send to it", details);
  }
  const routable = routableMethods(receiver);
  for (const name of ownMethods(receiver.methods, base)) {
    if (routable.has(name) || allow.includes(name)) continue;
    const meant = [...routable].find((method) => withinTwoEdits(name, method));
    if (meant !== undefined) {
      logger.warn?.(`Nothing calls ${name}: did you mean ${meant}? (List it under "allow" to keep it.)`, details);
    }
  }
}

function routableMethods({ spec }: Receiver): ReadonlySet<string> {
  const names = ["onEvent", "onUnknownEvent"];
  for (const route of Object.values(spec.routes)) {
    if (typeof route === "string") names.push(route);
    else names.push(route.method, ...Object.values(route.actions));
  }
  return new Set(names);
}

function ownMethods(handler: object, base: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (let owner = handler; owner !== base && owner !== null; owner = Object.getPrototypeOf(owner) as object) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/^on[A-Z]/.test(name)) names.add(name);
  }
  return names;
}

/** Whether two insertions, deletions or replacements at the most make one word of the other. */
function withinTwoEdits(a: string, b: string, left = 2): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA === "" || restB === "") return restA.length + restB.length <= left;
  if (left === 0) return false;
  return (
    withinTwoEdits(restA.slice(1), restB.slice(1), left - 1) ||
    withinTwoEdits(restA.slice(1), restB, left - 1) ||
    withinTwoEdits(restA, restB.slice(1), left - 1)
  );
}
