/** The text with LF line ends: what git's autocrlf does to a checkout is not a difference. */
export function toLf(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
