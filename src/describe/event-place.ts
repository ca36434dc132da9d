import type { EventSource } from "../config/provider-config.js";

/** Where a request tells its event, in words: `header x-github-event`. Names stand in backticks. */
export function eventPlace(source: EventSource): string {
  switch (source.from) {
    case "header":
      return `header \`${source.name}\``;
    case "field":
      return `\`${source.path}\``;
    case "joined":
      return source.paths.map((path) => `\`${path}\``).join(" and ");
    case "key":
      return source.unless === undefined ? "the body's key" : `${eventPlace(source.unless)}, else the body's key`;
    case "constant":
      return "always the same";
  }
}
