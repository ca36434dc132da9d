import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acme, type ErrorPage, yaml } from "./error-page.js";

/** Codes of YAML that is read strictly, whatever it says. */
export const yamlPages: Readonly<Record<string, ErrorPage>> = {
  "yaml-syntax": {
    means: "The file is not valid YAML. The message leaves out what the parser quotes, as that could be a secret.",
    fix: "Correct the marked line: mostly its indentation (blanks, never tabs), a quote or a bracket that is not closed.",
    example: yaml("webhooks:\n  default: [\n"),
  },
  "yaml-root": {
    means: "The file is empty, or holds a list or a single value where a map must be.",
    fix: "Begin with `webhooks:` (in an overlay with `patches:`) and put the rest under it.",
    example: yaml("- invoice.paid\n"),
  },
  "yaml-version": {
    means: "A `%YAML 1.1` line asks for another language: in YAML 1.1 `no` is false and `010` is eight.",
    fix: "Remove the line. The file is read as YAML 1.2.",
    example: yaml("%YAML 1.1\n---\nwebhooks: {}\n"),
  },
  "yaml-tag": {
    means: "Tags such as `!!str` or `!env` change what a value is. None is needed, and none is obeyed.",
    fix: "Remove the tag. To make text of a number, quote it.",
    example: acme({ event_field: "!!str type" }),
  },
  "yaml-anchor": {
    means: "Anchors and aliases let a small file grow without end when it is read, so neither is taken.",
    fix: "Write the value out where it is needed. Named webhooks inherit from `default` without an anchor.",
    example: acme({ events: "&all [invoice.paid]" }),
  },
  "yaml-alias": {
    means: "An alias (`*name`) repeats another part of the file. It is not followed.",
    fix: "Write the value out.",
    example: acme({ events: "*all" }),
  },
  "yaml-merge-key": {
    means: "The merge key `<<` belongs to YAML 1.1 and is not read.",
    fix: "Remove it: a named webhook has every key of `default` that it does not say itself, but `path` and `events`.",
    example: yaml("webhooks:\n  default:\n    <<: {}\n"),
  },
  "yaml-key": {
    means: "A key is a list, a map, `null`, a truth value or a number that is not written plainly.",
    fix: "Put it in quotes if it is a name.",
    example: yaml("webhooks:\n  true: {}\n"),
  },
  "yaml-too-deep": {
    means: "The file nests more than 64 levels. A provider needs six.",
    fix: "Look for brackets that are not closed, or for text that belongs in quotes.",
    example: { ...yaml(`webhooks: ${"[".repeat(70)}${"]".repeat(70)}\n`) },
  },
  "duplicate-key": {
    means: "One map or object has a key twice. Readers disagree on which of the two holds, so it is refused: in YAML, and in the JSON of schemas and payloads.",
    fix: "Keep one of the two.",
    example: acme({ events: "[invoice.paid]\n    event_field: kind" }),
  },
  "several-documents": {
    means: "A line `---` begins a second document, which nobody would read.",
    fix: "Keep one document in the file.",
    example: yaml("webhooks: {}\n---\nwebhooks: {}\n"),
  },
  "control-character": {
    means: "A line break, a control character or an invisible character stands in a text that becomes a name or code. Some of them make a line look different from what it says.",
    fix: "Delete the character and type the text anew.",
    example: acme({ event_field: '"ty\\u0007pe"' }),
  },
  "not-utf8": {
    means: "The file's bytes are not UTF-8.",
    fix: "Save it with the encoding UTF-8.",
    example: { run: "validate acme", note: "`providers/acme/webhook.yaml` is saved as Latin-1, with an ü in it.", prepare: (folder) => write(folder, Buffer.from("webhooks: { d\xfc: {} }\n", "latin1")) },
  },
  "file-too-large": {
    means: "A `webhook.yaml` is larger than 1 MiB, or a file to be generated would be larger than 20 MB.",
    fix: "Of a YAML, see whether a payload slipped into it. Of a generated file, choose fewer events with `--events`.",
    example: { run: "validate acme", note: "`providers/acme/webhook.yaml` is 2 MB.", prepare: (folder) => write(folder, Buffer.alloc(2_000_000, "#")) },
  },
  "more-problems": {
    means: "A file has more than 50 problems. The first 50 are shown in full.",
    fix: "Correct those that are shown, and run the command again.",
  },
  "wrong-type": {
    means: "A key's value is of another kind than the key takes: a number for a text, a text for a list.",
    fix: "The message says what is wanted. Texts that look like numbers or truth values need quotes.",
    example: acme({ events: "invoice.paid" }),
  },
  "unknown-key": {
    means: "A key is not one that can stand here. It is refused and not passed over, as a misspelt `replay_tolerance` would leave a webhook unprotected in silence.",
    fix: "Take the name that the hint gives. The keys are listed in [writing a provider](../writing-a-provider.md), and your editor completes them.",
    example: acme({ signature_headr: "X-Acme" }),
  },
  "unknown-value": {
    means: "A key that takes one of a few words has another one.",
    fix: "Use one of those that the hint lists.",
    example: acme({ verification_type: "hmac_sha257" }),
  },
  "duplicate-value": {
    means: "A list names something twice.",
    fix: "Remove one of the two.",
    example: acme({ required_headers: "{ X-App: a, x-app: b }" }),
  },
  "inline-secret": {
    means: "The file would hold a secret. It is committed and shared, so it names the environment variable and never the value. The line is not shown in the message.",
    fix: "Write `signing_secret_env: ACME_WEBHOOK_SECRET`, and set the variable where the app runs. If the secret was committed, replace it at the provider.",
    example: acme({ signing_secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }),
  },
};

function write(folder: string, bytes: Uint8Array): void {
  mkdirSync(join(folder, "providers/acme"), { recursive: true });
  writeFileSync(join(folder, "providers/acme/webhook.yaml"), bytes);
}
