/** What a page of docs/errors says of a code. */
export interface ErrorPage {
  /** What is wrong, and why it is refused or told. */
  readonly means: string;
  readonly fix: string;
  /** A command that gives it: its real output is printed on the page. Absent where no folder can show it (a full disk). */
  readonly example?: Example;
}

/** A folder and a command line. */
export interface Example {
  /** Text by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** After `smart-webhooks`, parted by blanks. */
  readonly run: string;
  /** What else the reader must know of the folder: a step before, a file that is too large to show. */
  readonly note?: string;
  /** A command that runs before, its output not shown. */
  readonly before?: string;
  /** The environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Puts things there that are no small text. */
  readonly prepare?: (folder: string) => void;
}

const ACME = {
  verification_type: "hmac_sha256",
  signature_header: "X-Acme-Signature",
  event_field: "type",
  events: "[invoice.paid]",
} as const;

/** A webhook.yaml of a provider `acme` that is right but for these keys; undefined leaves one out. `command` runs instead of `validate acme`. */
export function acme(keys: Readonly<Record<string, string | undefined>>, more: Partial<Example> = {}): Example {
  const lines = Object.entries({ ...ACME, ...keys }).flatMap(([key, value]) => (value === undefined ? [] : `    ${key}: ${value}\n`));
  const { files, ...rest } = more;
  return { run: "validate acme", ...rest, files: { "providers/acme/webhook.yaml": `webhooks:\n  default:\n${lines.join("")}`, ...files } };
}

/** The `acme` that is right. */
export const RIGHT_YAML: string | undefined = acme({}).files?.["providers/acme/webhook.yaml"];

/** The right `acme`, and a schema of its event. */
export function acmeSchema(schema: string, more: Partial<Example> = {}): Example {
  return acme({}, { ...more, files: { "schemas/acme/invoice.paid.schema.json": `${schema}\n`, ...more.files } });
}

/** A webhook.yaml as it stands. */
export function yaml(text: string): Example {
  return { run: "validate acme", files: { "providers/acme/webhook.yaml": text } };
}
