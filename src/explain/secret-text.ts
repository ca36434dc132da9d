import type { Case, NamedSecret, Variant } from "./case.js";

/** A secret with white space or quotes around it, or with a prefix too many or too few. */
export function* secretText(given: Case): Iterable<Variant> {
  for (const secret of given.secrets) {
    for (const { code, value, wrong, fix } of spellings(secret)) {
      if (value !== secret.value && value.trim() !== "") yield { change: { secrets: [{ ...secret, value }] }, cause: { code, message: `The signature is right once ${wrong}.`, fix } };
    }
  }
}

interface Spelling {
  readonly code: "secret-has-white-space" | "secret-has-quotes" | "secret-prefix";
  readonly value: string;
  readonly wrong: string;
  readonly fix: string;
}

function spellings({ name, value }: NamedSecret): readonly Spelling[] {
  const trimmed = value.trim();
  const unquoted = trimmed.replace(/^(["'`])(.*)\1$/s, "$2");
  const bare = unquoted.replace(/(?:\\r|\\n)+$/, "");
  const [, prefix = ""] = /^([a-z]{2,8}_)/.exec(bare) ?? [];
  return [
    { code: "secret-has-white-space", value: trimmed, wrong: `the white space around ${name} is taken away`, fix: `Take the white space or line break at the ends of ${name} away.` },
    { code: "secret-has-quotes", value: unquoted, wrong: `the quotes around ${name} are taken away`, fix: `Write ${name} without quotes: not every reader of such files (docker --env-file is one) takes them off.` },
    { code: "secret-has-white-space", value: bare, wrong: `the \\n at the end of ${name} is taken away`, fix: `Take the two characters \\n at the end of ${name} away.` },
    { code: "secret-prefix", value: bare.slice(prefix.length), wrong: `${prefix} is taken off ${name}`, fix: `Set ${name} to what stands after ${prefix}.` },
    { code: "secret-prefix", value: `whsec_${bare}`, wrong: `whsec_ stands in front of ${name}`, fix: `Set ${name} to the whole secret as the provider shows it, with whsec_ in front.` },
  ];
}
