import { GenerateError } from "../errors.js";
import { firstLine } from "../first-line.js";

/**
 * Runs some work of the user's modules. `process.exit` throws meanwhile: it would end a test as if all were well.
 *
 * @throws GenerateError for what they throw where nobody waits for it
 */
export async function guardProcess<Result>(work: () => Promise<Result>): Promise<Result> {
  const { exit } = process;
  let onStray: (error: unknown) => void = () => undefined;
  const stray = new Promise<never>((_, reject) => {
    onStray = (error) => reject(strayError(error));
  });
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ""}) was called`);
  };
  process.on("uncaughtException", onStray);
  try {
    return await Promise.race([work(), stray]);
  } finally {
    process.off("uncaughtException", onStray);
    process.exit = exit;
  }
}

function strayError(error: unknown): GenerateError {
  const message = `Something threw where nothing waits for it: ${firstLine(error)}`;
  return new GenerateError([{ code: "handler-unusable", severity: "error", message, hint: "Look for a promise without await, a timer, or a listener: it would end your app" }]);
}
