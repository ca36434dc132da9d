/** The tree of a built-in `webhook.yaml` as JSON, made when the package is built: to read it again takes no YAML parser. */
export interface PackedYaml {
  /** What it was made of. Of any other text it says nothing. */
  readonly text: string;
  readonly root: PackedMap;
}

/** A node with where it starts and ends in the text. */
export type PackedNode = PackedScalar | PackedList | PackedMap;

export type PackedScalar = readonly ["scalar", start: number, end: number, value: string | number | boolean | null];

export type PackedList = readonly ["list", start: number, end: number, items: readonly PackedNode[]];

export type PackedMap = readonly ["map", start: number, end: number, entries: readonly PackedEntry[]];

export type PackedEntry = readonly [key: string, start: number, end: number, value: PackedNode];
