/** `pull_request` → `PullRequest`, `Alert Instance` → `AlertInstance`. Anything but ASCII letters and digits parts words. */
export function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
