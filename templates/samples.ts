import { code } from "../src/emit/code.js";
import type { FileContext } from "../src/emit/file-context.js";
import { jsDoc } from "../src/js-doc.js";
import { toList } from "../src/emit/layout.js";
import { toComment } from "../src/encode.js";
import { printSample } from "../src/emit/print-sample.js";
import type { ProviderModel, SampleModel } from "../src/model/handler-model.js";
import { fileHeader } from "./file-header.js";

/** `samples.ts`: a function for each payload that makes an example of it, for tests. */
export function samplesFile(provider: ProviderModel, command: string, context: FileContext): string {
  const types = provider.samples.map(({ type }) => type).toSorted();
  const names = new Map(provider.samples.map(({ type, functionName }) => [type, functionName]));
  return code`
    ${fileHeader(provider, command, context)}

    import type ${toList("import type ".padEnd(30), "{", types, "}", true)} from "./payloads${context.importEnding}";

    ${provider.samples.map((sample) => sampleFunction(sample, names)).join("\n\n")}
  `;
}

function sampleFunction(sample: SampleModel, names: ReadonlyMap<string, string>): string {
  const { functionName, type, event, value } = sample;
  if (event === undefined) {
    return code`
      function ${functionName}(): ${type} {
        return ${printSample(value, names)};
      }
    `;
  }
  const doc = `An example \`${toComment(event).replaceAll("`", "'")}\` payload.`;
  return code`
    ${jsDoc([sample.isPlain ? `${doc} What you give replaces whole fields.` : doc])}
    export function ${functionName}(${sample.isPlain ? `overrides: Partial<${type}> = {}` : ""}): ${type} {
      return ${printSample(value, names, sample.isPlain ? ["...overrides"] : [])};
    }
  `;
}
