import { GenerateError } from "../errors.js";

/** The error of a command that was told no provider and finds none. `command` is what to name one to. */
export function noProviders(folder: string, command: string): GenerateError {
  return new GenerateError([
    {
      code: "no-providers",
      severity: "error",
      message: `No provider is named and ${folder} holds none.`,
      hint: `Name one, such as "smart-webhooks ${command} github" (see "smart-webhooks list"), or write ${folder}/<name>/webhook.yaml.`,
    },
  ]);
}
