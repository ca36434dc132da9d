import type { YamlText } from "./yaml-text.js";

/** A stretch of a YAML file: offsets in UTF-16 code units, the end exclusive. */
export interface Mark {
  readonly source: YamlText;
  readonly start: number;
  readonly end: number;
}

/** A node of a checked YAML document: plain data that knows where it stands. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlRefused;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly mark: Mark;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly mark: Mark;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly mark: Mark;
}

/** Already reported: whoever meets it stays silent. */
export interface YamlRefused {
  readonly kind: "refused";
  readonly mark: Mark;
}

export interface YamlEntry {
  readonly keyMark: Mark;
  readonly value: YamlNode;
}
