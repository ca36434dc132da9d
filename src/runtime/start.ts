import { quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";

/** What a developer should know before the first delivery: no signature, and methods that nothing calls. */
export function warnAtStart({ spec, logger, methods }: Receiver, base: object, allow: readonly string[] = []): void {
  const { provider, webhook, verify, routes } = spec;
  const warn = (message: string): void => quietly(() => logger.warn?.(message, { provider, webhook }));
  if (!verify.signed) warn("This webhook is not verified (verify_signature: false): anyone can send to it");
  const routable = ["onEvent", "onUnknownEvent"].concat(...Object.values(routes).map((route) => (typeof route === "string" ? route : [route.method, ...Object.values(route.actions)])));
  for (const name of ownMethods(methods, base)) {
    const meant = routable.includes(name) || allow.includes(name) ? undefined : routable.find((method) => isAlike(name, method));
    if (meant !== undefined) warn(`Nothing calls ${name}: did you mean ${meant}? (List it under "allow" to keep it.)`);
  }
}

function ownMethods(handler: object, base: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (let owner = handler; owner !== base && owner !== null; owner = Object.getPrototypeOf(owner) as object) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/^on[A-Z]/.test(name)) names.add(name);
  }
  return names;
}

/** Whether two insertions, deletions or replacements at the most make one word of the other. */
function isAlike(a: string, b: string, left = 2): boolean {
  if (a === "" || b === "") return a.length + b.length <= left;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return isAlike(restA, restB, left);
  return left > 0 && (isAlike(restA, restB, left - 1) || isAlike(restA, b, left - 1) || isAlike(a, restB, left - 1));
}
