/** An event that a webhook lists, and what a name says besides it. */
export interface FoundEvent {
  readonly name: string;
  readonly action?: string;
}

/** Finds the listed event that a name means: the longest that it begins with; what is left is the action. */
export function eventFinder({ events }: { readonly events: readonly { readonly name: string }[] }): (wanted: string) => FoundEvent | undefined {
  const names = new Set(events.map(({ name }) => name));
  const longest = events.reduce((most, { name }) => Math.max(most, name.length), 0);
  return (wanted) => {
    if (names.has(wanted)) return { name: wanted };
    let dot = wanted.lastIndexOf(".", Math.min(longest, wanted.length - 2));
    while (dot > 0 && !names.has(wanted.slice(0, dot))) dot = wanted.lastIndexOf(".", dot - 1);
    return dot > 0 ? { name: wanted.slice(0, dot), action: wanted.slice(dot + 1) } : undefined;
  };
}
