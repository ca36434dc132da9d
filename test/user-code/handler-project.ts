import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";

const fixtures = join(packageRoot(), "test/fixtures/handlers");

/** Handler files as users write them. */
export const fixtureNames: readonly string[] = readdirSync(fixtures).toSorted();

/** The bytes of one. */
export function readFixture(name: string): Buffer {
  return readFileSync(join(fixtures, name));
}

/** A project with the runtime, generated handlers of GitHub and Stripe in `webhooks/`, and these files. */
export function handlerProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = tempFolder({ "package.json": '{ "type": "module" }' });
  symlinkSync(join(packageRoot(), "node_modules"), join(cwd, "node_modules"));
  for (const provider of ["github", "stripe"]) cpSync(join(packageRoot(), "test/golden", provider, provider), join(cwd, "webhooks", provider), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
}

/** Whether bytes can be taken out of a file so that the other is left. */
export function isWithin(before: Uint8Array, after: Uint8Array): boolean {
  let at = 0;
  for (const byte of after) if (byte === before[at]) at += 1;
  return at === before.length;
}
