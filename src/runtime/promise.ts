/** A value now or later. Most deliveries never wait for anything: a Promise is made only where one came in. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value, at once when it is there. Not called `then`: that would make the module a thenable. */
export function chain<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? native(value).then(next) : next(value);
}

/** Runs a step; what it throws or rejects with goes to `rescue`. */
export function attempt<T>(step: () => MaybePromise<T>, rescue: (error: unknown) => T): MaybePromise<T> {
  try {
    const value = step();
    return isPromise(value) ? native(value).then(undefined, rescue) : value;
  } catch (error) {
    return rescue(error);
  }
}

/** Runs what must not change an answer, such as a logger: what it throws, or rejects with, ends here. */
export function quietly(step: () => unknown): void {
  void attempt(step, () => undefined);
}

/** All values, at once when all are there. */
export function all<T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> {
  return values.some(isPromise) ? Promise.all(values) : (values as readonly T[]);
}

/** Whether any of them is true. All are awaited, so that the time taken does not tell which. */
export function some(values: readonly MaybePromise<boolean>[]): MaybePromise<boolean> {
  return chain(all(values), (found) => found.includes(true));
}

/** A Promise of the platform's own, which costs nothing where it is one: what another library calls so may be given to us. */
function native<T>(value: Promise<T>): Promise<T> {
  return Promise.resolve(value);
}

/** Whether a value comes later. */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === "function";
}
