import { parseForm, type Part, text, utf8 } from "./covered-parts.js";

/** Whether a body is read as JSON. It is part of what must stay where the signature or the time stands in the body. */
export const mediaType: Part = (request, original) => text("content-type")(request, original)?.split(";", 1)[0]?.trim().toLowerCase();

/** Some fields of a JSON body. The rest of it, its white space, and how these are written (`A` or `\u0041`, 1 or 1.0) are free. */
export function fields(...paths: readonly string[]): Part {
  return (request) => fieldsOf(read(() => JSON.parse(utf8(request.body) ?? "")), paths);
}

/** The same in the JSON document that is the only field of a form. */
export function formFields(name: string, ...paths: readonly string[]): Part {
  return (request) => fieldsOf(read(() => JSON.parse(only(parseForm(utf8(request.body) ?? ""), name))), paths);
}

/** The same in each item of a list. */
export function itemFields(list: string, inner: string, ...paths: readonly string[]): Part {
  return (request) => {
    const items = at(read(() => JSON.parse(utf8(request.body) ?? "")), [list]);
    return Array.isArray(items) ? items.map((item) => fieldsOf(at(item, [inner]), paths)).join("\n") : undefined;
  };
}

/** A field in hex: `A` and `a` are one digit. */
export function lowerCase(part: Part): Part {
  return (request, original) => part(request, original)?.toLowerCase();
}

function fieldsOf(payload: unknown, paths: readonly string[]): string | undefined {
  const values = paths.map((path) => at(payload, path.split(".")) ?? "");
  // A number and a text of the same letters are one to those who sign: they join texts.
  return values.some((value) => typeof value === "object") ? undefined : values.map(String).join("\u0000");
}

function at(payload: unknown, path: readonly string[]): unknown {
  let value = payload;
  for (const key of path) {
    value = typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return value;
}

function only(form: URLSearchParams, name: string): string {
  const [field, ...others] = [...form];
  return field?.[0] === name && others.length === 0 ? field[1] : "";
}

function read(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
