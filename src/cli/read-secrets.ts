import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { envSecret } from "../env-secret.js";
import type { NamedSecret } from "../explain/case.js";
import { readSmallFile } from "../write/read-small-file.js";

/** Where secrets are looked for. */
export interface SecretPlaces {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variables that hold secrets, whatever their names. */
  readonly likely: readonly string[];
}

/** The secrets that a developer has at hand. */
export interface KnownSecrets {
  /** The app's: of its variable, and of `<variable>_PREVIOUS`. */
  readonly own: readonly NamedSecret[];
  /** Those of other variables. */
  readonly others: readonly NamedSecret[];
  /** What a variable is set to, in the environment or else in a file. */
  readonly valueOf: (variable: string) => string | undefined;
}

/** Reads the secrets of a variable, from the environment or else from the `.env` files of the folder, and those around it. */
export async function readSecrets(variable: string | undefined, { cwd, env, likely }: SecretPlaces): Promise<KnownSecrets> {
  const all = [...entriesOf(env, undefined), ...(await fromFiles(cwd))];
  const find = (name: string | undefined): NamedSecret | undefined => all.find((one) => one.name === name);
  const current = find(variable);
  // Without the current one the app answers 503, whatever the previous one is.
  const own = current === undefined ? [] : [current, find(`${variable}_PREVIOUS`)].filter((one) => one !== undefined);
  const others = all.filter((one) => !own.includes(one) && (likely.includes(one.name) || looksSecret(one)));
  const byLikelihood = others.toSorted((a, b) => rank(a, variable, likely) - rank(b, variable, likely));
  return { own, others: byLikelihood.slice(0, MOST), valueOf: (name) => find(name)?.value };
}

/** So many other secrets are tried at most. */
const MOST = 200;

/** The largest `.env` file that is read. */
const LARGEST = 256 * 1024;

function looksSecret({ name, value }: NamedSecret): boolean {
  return value.length >= 6 && /SECRET|KEY|TOKEN|SIGN|HOOK|PASS|AUTH/i.test(name);
}

function rank({ name }: NamedSecret, variable: string | undefined, likely: readonly string[]): number {
  if (likely.includes(name)) return 0;
  const [word = ""] = (variable ?? "").split("_");
  return name.includes(word) ? 1 : 2;
}

/** The files that tools read variables from; examples hold none. */
async function fromFiles(cwd: string): Promise<readonly NamedSecret[]> {
  const names = (await readdir(cwd).catch(() => [])).filter((name) => /^\.(?:env|dev\.vars)(?:\.[\w-]+)*$/.test(name) && !/example|sample|template|dist$/.test(name));
  const texts = await Promise.all(names.toSorted().slice(0, 20).map(async (name) => [name, await readSmallFile(join(cwd, name), LARGEST)] as const));
  return texts.flatMap(([name, text]) => entriesOf(text === undefined ? {} : (parseEnv(text) as Record<string, string>), name));
}

function entriesOf(env: SecretPlaces["env"], file: string | undefined): readonly NamedSecret[] {
  return Object.entries(env).flatMap(([name, text]) => {
    const value = envSecret(text);
    return value === undefined ? [] : [{ name, value, ...(file !== undefined && { file }) }];
  });
}
