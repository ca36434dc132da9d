import { closest } from "../closest.js";
import { listProviders } from "../config/list-providers.js";
import { GenerateError } from "../errors.js";
import { detectFramework } from "../init/detect-framework.js";
import { type FrameworkName, frameworks, isFramework } from "../init/frameworks.js";
import type { Project } from "../init/project.js";
import type { InitChoice } from "./ask-init.js";
import type { InitOptions } from "./init-command.js";
import type { CommandInput } from "./to-action.js";

/**
 * What `init` is about: as the flags say, else as the user answers where one is there to ask, else as the project looks.
 * Undefined when the user stops it. Throws a GenerateError when no provider is named, or the framework is unknown.
 */
export async function chooseInit(input: CommandInput<InitOptions>, project: Project): Promise<InitChoice | undefined> {
  const { arguments: named, options, where, isInteractive } = input;
  const framework = readFramework(options.framework);
  const providers = [...new Set(named)];
  const detected = detectFramework(project);
  if (isInteractive && !options.yes && (providers.length === 0 || framework === undefined)) {
    const { askInit } = await import("./ask-init.js");
    return askInit({ providers, known: await listProviders(where), framework, detected });
  }
  if (providers.length === 0) throw noProvider();
  return { providers, framework: framework ?? detected };
}

function readFramework(word: string | undefined): FrameworkName | undefined {
  if (word === undefined || isFramework(word)) return word;
  const names = Object.keys(frameworks);
  const meant = closest(word, names);
  const hint = meant === undefined ? `Use one of ${names.join(", ")}.` : `Did you mean ${meant}?`;
  throw new GenerateError([{ code: "invalid-argument", severity: "error", message: `There is no route for a framework named "${word}".`, hint }]);
}

function noProvider(): GenerateError {
  const hint = 'Name one, such as "smart-webhooks init github" (see "smart-webhooks list").';
  return new GenerateError([{ code: "no-providers", severity: "error", message: "No provider is named.", hint }]);
}
