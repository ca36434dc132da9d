import { GenerateError } from "../errors.js";

/** The error of a command that was told no provider and finds none. `example` is a command line that names one. */
export function noProviders(folder: string, example: string): GenerateError {
  return new GenerateError([
    {
      code: "no-providers",
      severity: "error",
      message: `No provider is named and ${folder} holds none.`,
      hint: `Name one, such as "${example}" (see "smart-webhooks list"), or write ${folder}/<name>/webhook.yaml.`,
    },
  ]);
}
