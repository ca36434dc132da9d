/** An `.env.example` that names each variable: a line without a value for every one that is not in it yet. Pure. */
export function envExample(before: string | undefined, names: readonly string[]): string {
  const text = before ?? "";
  const missing = names.filter((name) => !new RegExp(`^[ \\t]*(?:#[ \\t]*)?(?:export[ \\t]+)?${name}[ \\t]*=`, "m").test(text));
  if (missing.length === 0) return text;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? "" : end;
  return text + start + missing.map((name) => `${name}=${end}`).join("");
}
