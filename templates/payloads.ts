import { code } from "../src/emit/code.js";
import type { FileContext } from "../src/emit/file-context.js";
import { toComment } from "../src/encode.js";
import type { ProviderModel } from "../src/model/handler-model.js";
import { fileHeader } from "./file-header.js";

/** `payloads.ts`: the payloads of the chosen events, and what they are made of. */
export function payloadsFile(provider: ProviderModel, command: string, context: FileContext): string {
  return code`
    ${fileHeader(provider, command, context)}
    ${versionLine(provider)}

    ${provider.declarations.map(({ text }) => text).join("\n\n")}
  `;
}

function versionLine({ name, apiVersion }: ProviderModel): string {
  return apiVersion === undefined ? "" : `// The payloads are those of ${toComment(name)}'s API version ${toComment(apiVersion)}.`;
}
