import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `import-openapi`. */
export interface ImportOptions {
  readonly name?: string;
  readonly force?: boolean;
}

/** Adds `import-openapi`: a provider from an OpenAPI document. */
export function addImportOpenApiCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<ImportOptions>(io, finish, async (input) => {
    const { runImportOpenApi } = await import("./run-import-openapi.js");
    return runImportOpenApi(input);
  });
  program
    .command("import-openapi")
    .description("Write a provider's YAML and schemas from the webhooks of an OpenAPI document.")
    .argument("<file>", "OpenAPI 3.1 with webhooks: or 3.0 with x-webhooks:, JSON or YAML")
    .option("--name <provider>", "call the provider this (default: after the document's title)")
    .option("--force", "replace files that are there")
    .action(run);
}
