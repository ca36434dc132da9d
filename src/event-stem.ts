import { toPascalCase } from "./pascal-case.js";

/**
 * What an event's or an action's names are made of: `pull_request.opened` gives `PullRequestOpened`. Where several words
 * are all capitals, as in `PAYMENT.CAPTURE.COMPLETED`, they are read in small letters: side by side none could be told
 * from the next. One alone, such as `SNS`, stays.
 */
export function eventStem(name: string): string {
  return toPascalCase(SEVERAL_IN_CAPITALS.test(name) ? name.toLowerCase() : name);
}

const SEVERAL_IN_CAPITALS = /^(?=.*[A-Z]{2})[A-Z0-9]+(?:[^A-Za-z0-9]+[A-Z0-9]+)+$/;
