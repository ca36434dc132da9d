import { asText, type Source } from "./sources.js";

/** Values of several sources, as one text. */
export interface JoinedSource extends Source {
  readonly from: "joined";
  readonly sources: readonly Source[];
  readonly separator: string;
}

/** One of the body's keys. */
export interface PresentKeySource extends Source {
  readonly from: "presentKey";
  readonly names: readonly string[];
}

/** Several values side by side: `joined([field("webhook_type"), field("webhook_code")], ".")`. Nothing where one of them is missing. */
export function joined(sources: readonly Source[], separator: string): JoinedSource {
  return {
    from: "joined",
    sources,
    separator,
    get: (check) => {
      const texts = sources.map((source) => asText(source.get(check)));
      return texts.includes(undefined) ? undefined : texts.join(separator);
    },
  };
}

/** The first of several names that the body has as a key, for providers that name an event by the key of its data. */
export function presentKey(names: readonly string[]): PresentKeySource {
  return {
    from: "presentKey",
    names,
    get: (check) => {
      const payload = check.payload();
      return typeof payload === "object" && payload !== null ? names.find((name) => Object.hasOwn(payload, name)) : undefined;
    },
  };
}
