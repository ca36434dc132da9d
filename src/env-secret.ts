/** A secret as the runtime reads it from a variable: without the line break of a file that it was read from. Undefined when it is not set, or blank. */
export function envSecret(text: string | undefined): string | undefined {
  const value = text?.replace(/[\r\n]+$/, "");
  return value === undefined || value.trim() === "" ? undefined : value;
}
