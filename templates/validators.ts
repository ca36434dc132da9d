import { code } from "../src/emit/code.js";
import type { FileContext } from "../src/emit/file-context.js";
import { toList } from "../src/emit/layout.js";
import { printValue } from "../src/emit/print-value.js";
import { toShape } from "../src/emit/to-shape.js";
import { toComment, toKey, toLiteral } from "../src/encode.js";
import { jsDoc } from "../src/js-doc.js";
import type { EventModel, ProviderModel, ValidatorModel } from "../src/model/handler-model.js";
import { readTypeShapes } from "../src/read-type-shapes.js";
import { fileHeader } from "./file-header.js";

/** `validators.ts`: what checks at run time that payloads are of their types. */
export function validatorsFile(provider: ProviderModel, command: string, context: FileContext): string {
  const shapes = readTypeShapes(provider.declarations.map(({ text }) => text).join("\n"));
  const types = provider.validators.map(({ type }) => type).toSorted();
  return code`
    ${fileHeader(provider, command, context)}

    import {
      type EventValidators,
      eventValidators,
      type PayloadValidator,
      type Shapes,
      validator,
    } from "@smart-webhooks/runtime/validate";
    import type ${toList("import type ".padEnd(30), "{", types, "}", true)} from "./payloads${context.importEnding}";

    /** The JSON types that payloads are made of. */
    const shapes: Shapes = {
      ${[...shapes].map(([name, shape]) => `${toKey(name)}: ${printValue(toShape(shape), `  ${name}: `)},`)}
    };

    ${provider.validators.map(validatorConstant).join("\n\n")}

    /** What the handlers' option ${"`validate`"} runs, by event. */
    export const validators: EventValidators = eventValidators({
      ${entries(provider).map((entry) => `${entry},`)}
    });
  `;
}

function validatorConstant({ constant, type, event }: ValidatorModel): string {
  return code`
    ${jsDoc([`Checks the JSON types in \`${toComment(event).replaceAll("`", "'")}\` payloads. A Standard Schema.`])}
    export const ${constant}: PayloadValidator<${type}> = validator(shapes, ${toLiteral(type)});
  `;
}

/** An event of two webhooks has one payload, though each may choose other actions of it. */
function entries({ webhooks, validators }: ProviderModel): readonly string[] {
  const constants = new Map(validators.map(({ type, constant }) => [type, constant]));
  const all = webhooks.flatMap(({ events }) => events);
  return [...new Set(all.map(({ event }) => event))].flatMap((event) => {
    const models = all.filter((one) => one.event === event);
    const value = actionValidators(models, constants) ?? constants.get(models[0]?.payload ?? "");
    return value === undefined ? [] : `${toKey(event)}: ${value}`;
  });
}

function actionValidators(models: readonly EventModel[], constants: ReadonlyMap<string, string>): string | undefined {
  const actions = models.flatMap((model) => model.actions).flatMap(({ action, payload }) => {
    const constant = constants.get(payload ?? "");
    return constant === undefined ? [] : `${toKey(action)}: ${constant}`;
  });
  if (actions.length === 0) return undefined;
  return `{ actions: ${toList("    actions: ", "{", [...new Set(actions)], "}", true)} }`;
}
