import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../../../../shared/vectors/wycheproof/", import.meta.url);

/** Whether the vectors lie beside the project: they are read where they are and never copied. */
export const isPresent: boolean = existsSync(folder);

/** One test of any of the files. Bytes are hex. */
export interface WycheproofTest {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly result: "valid" | "invalid" | "acceptable";
  readonly key: string;
  readonly msg: string;
  readonly tag: string;
  readonly sig: string;
  readonly jws: string | object;
}

/** A JSON Web Key, or a set of them. */
export type Jwk = Readonly<Record<string, unknown>>;

/** Tests of one key. */
export interface WycheproofGroup {
  readonly comment: string;
  /** Bits. */
  readonly tagSize: number;
  readonly publicKey: { readonly pk: string };
  readonly publicKeyDer: string;
  readonly publicKeyPem: string;
  readonly publicKeyJwk: Jwk | undefined;
  readonly public: Jwk | undefined;
  readonly private: Jwk | undefined;
  readonly tests: readonly WycheproofTest[];
}

/** The groups of a file; none where the folder is missing. */
export function readGroups(file: string): readonly WycheproofGroup[] {
  if (!isPresent) return [];
  const { testGroups } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { readonly testGroups: readonly WycheproofGroup[] };
  return testGroups;
}

/** Bytes from hex. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "hex"));
}
