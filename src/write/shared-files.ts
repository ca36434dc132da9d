/** Files that belong to no single webhook. */
export const SHARED_FILES: ReadonlySet<string> = new Set(["payloads.ts", "samples.ts", "validators.ts"]);
