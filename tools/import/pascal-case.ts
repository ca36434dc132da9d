/** `pull_request` and `PULL_REQUEST` → `PullRequest`, `Alert Instance` → `AlertInstance`. Anything but ASCII letters and digits parts words. */
export function pascalCase(text: string): string {
  const isShouted = text.includes("_") && text === text.toUpperCase();
  return (isShouted ? text.toLowerCase() : text)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
