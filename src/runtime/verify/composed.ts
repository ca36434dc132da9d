import { asText, type Source } from "./sources.js";

/** Values of several sources, as one text. */
export interface JoinedSource extends Source {
  readonly from: "joined";
  readonly sources: readonly Source[];
  readonly separator: string;
}

/** What the first of several sources says that says anything. */
export interface FirstOfSource extends Source {
  readonly from: "firstOf";
  readonly sources: readonly Source[];
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

/** The first of several sources that says anything: `firstOf([field("field"), presentKey(["message", "postback"])])`. */
export function firstOf(sources: readonly Source[]): FirstOfSource {
  return {
    from: "firstOf",
    sources,
    get: (check) => {
      for (const source of sources) {
        const value = source.get(check) ?? undefined;
        if (value !== undefined) return value;
      }
      return undefined;
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
