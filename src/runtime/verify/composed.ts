import { asText, type Source } from "./sources.js";

/** Several values side by side: `joined([field("webhook_type"), field("webhook_code")], ".")`. Nothing where one of them is missing. */
export function joined(sources: readonly Source[], separator: string): Source {
  return {
    from: "joined",
    get: (check) => {
      const texts = sources.map((source) => asText(source.get(check)));
      return texts.includes(undefined) ? undefined : texts.join(separator);
    },
  };
}

/** The first of several names that the body has as a key, for providers that name an event by the key of its data. */
export function presentKey(names: readonly string[]): Source {
  return {
    from: "presentKey",
    get: (check) => {
      const payload = check.payload();
      return typeof payload === "object" && payload !== null ? names.find((name) => Object.hasOwn(payload, name)) : undefined;
    },
  };
}
