/** Whether a file belongs to no single webhook: `payloads.ts`, and `payloads.2026-01.ts` of an API version. */
export function isSharedFile(name: string): boolean {
  return /^(?:payloads|samples|validators)(?:\..+)?\.ts$/.test(name);
}
