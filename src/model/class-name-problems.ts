import type { Problem } from "../errors.js";
import type { WebhookModel } from "./handler-model.js";
import { TAKEN_NAMES } from "./taken-names.js";

/** Why a class cannot bear the name that `--class-name` gave it, or the type of all events the one it has from the YAML. */
export function classNameProblems({ className, unionName, events }: WebhookModel): readonly Problem[] {
  const isName = /^[A-Z][A-Za-z0-9_]{0,127}$/.test(className);
  const types = events.flatMap((event) => [event, ...event.actions]).flatMap(({ typeName, payload }) => [typeName, payload]);
  const isTaken = TAKEN_NAMES.has(className) || types.includes(className) || className === unionName;
  const problems: Problem[] = [];
  if (!isName || isTaken) {
    problems.push({
      code: "invalid-class-name",
      severity: "error",
      message: isName ? `The class cannot be called ${className}: its file has that name already` : "That is no name for a class",
      hint: "Give --class-name an upper-case letter, then letters and digits, such as GitHubHandler",
    });
  }
  // Events make room for it, but nothing else does.
  if (TAKEN_NAMES.has(unionName)) problems.push(takenUnion(unionName));
  return problems;
}

function takenUnion(unionName: string): Problem {
  return {
    code: "taken-name",
    severity: "error",
    message: `The type of all events cannot be called ${unionName}: its file has that name already`,
    hint: "Give the provider another name: in its YAML; names of classes and types begin with it",
  };
}
