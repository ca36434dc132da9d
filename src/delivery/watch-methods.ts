/** Notes in `called` which `on…` methods of a handler run. */
export function watchMethods(handler: object, called: string[]): void {
  for (const name of methodNames(handler)) {
    const method = (handler as Readonly<Record<string, unknown>>)[name];
    if (typeof method !== "function") continue;
    const value = (...events: unknown[]): unknown => {
      called.push(name);
      return (method as (...events: unknown[]) => unknown).apply(handler, events);
    };
    // The router looks methods up on the handler itself.
    Object.defineProperty(handler, name, { value, configurable: true, writable: true });
  }
}

function methodNames(handler: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (let owner: unknown = handler; typeof owner === "object" && owner !== null && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/^on[A-Z]/.test(name)) names.add(name);
  }
  return names;
}
