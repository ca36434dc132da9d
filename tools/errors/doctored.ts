import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageVersion } from "../../src/package-version.js";
import { acme, type Example } from "./error-page.js";

/** What differs from a project in which all is well. */
interface Project {
  /** Of the webhook.yaml. */
  readonly keys?: Readonly<Record<string, string | undefined>>;
  readonly files?: Example["files"];
  readonly note?: string;
  /** Words after `doctor`. */
  readonly more?: string;
  /** The version of the runtime that is installed; undefined for none. */
  readonly runtime?: string | undefined;
  readonly prepare?: (folder: string) => void;
}

const RUNTIME = "@smart-webhooks/runtime";
const VERSION = packageVersion();
const LISTED = `${JSON.stringify({ type: "module", dependencies: { [RUNTIME]: VERSION } })}\n`;

/** A project with a generated handler of `acme`, looked over by `doctor`; `env` is its `.env`, undefined for none. */
export function doctored(env: string | undefined, project: Project = {}): Example {
  const { keys, files, note, more = env === undefined ? "" : "--dotenv .env" } = project;
  const runtime = "runtime" in project ? project.runtime : VERSION;
  const made = acme({ signing_secret_env: "WEBHOOK_SECRET", ...keys });
  return {
    run: `doctor ${more}`.trim(),
    before: "generate acme",
    files: { ...made.files, ...(env !== undefined && { ".env": env }), ...files },
    ...(note !== undefined && { note }),
    prepare: (folder) => {
      if (files?.["package.json"] === undefined) put(folder, "package.json", LISTED);
      if (runtime !== undefined) put(folder, `node_modules/${RUNTIME}/package.json`, JSON.stringify({ name: RUNTIME, version: runtime }));
      project.prepare?.(folder);
    },
  };
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
