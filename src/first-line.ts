/** The first line of what was thrown: what is wrong, without the stack. Never throws, whatever was thrown. */
export function firstLine(error: unknown): string {
  try {
    return (error instanceof Error ? String(error.message) : String(error)).split("\n", 1)[0] || "it has no message";
  } catch {
    return "it has no text";
  }
}
