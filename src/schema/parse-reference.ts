/** Where a `$ref` points: a file of the provider's folder (its path there) and a JSON pointer, decoded. */
export interface Reference {
  readonly path: string;
  readonly pointer: readonly string[];
}

/** Why a `$ref` is refused, as the end of the sentence "`$ref` … ". */
export interface RefusedReference {
  readonly refused: string;
}

/**
 * Reads a `$ref` that stands in `from`, without touching the disk: only places inside the provider's
 * folder have an answer. Containment of real paths is checked again when the file is read.
 */
export function parseReference(ref: string, from: string): Reference | RefusedReference {
  const hash = ref.indexOf("#");
  const file = hash === -1 ? ref : ref.slice(0, hash);
  const pointer = parsePointer(hash === -1 ? "" : ref.slice(hash + 1));
  if ("refused" in pointer) return pointer;
  if (file === "") return { path: from, pointer };
  const path = parsePath(file, from);
  return typeof path === "string" ? { path, pointer } : path;
}

function parsePath(file: string, from: string): string | RefusedReference {
  if (/^[a-z][a-z0-9+.-]*:/i.test(file) || file.startsWith("//")) return { refused: "is a URL" };
  if (file.startsWith("/")) return { refused: "is an absolute path" };
  // Encodings of dots and slashes, Windows separators, control characters: none has an honest use in a file name here.
  if (/[%\\?\p{C}]/u.test(file)) return { refused: "has characters that a file name here may not have" };
  const segments = from.split("/").slice(0, -1);
  for (const segment of file.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return { refused: "leaves the schema folder of its provider" };
    } else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  const path = segments.join("/");
  return path.endsWith(".json") ? path : { refused: "does not name a .json file" };
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-6 */
function parsePointer(fragment: string): readonly string[] | RefusedReference {
  if (fragment === "") return [];
  if (!fragment.startsWith("/")) return { refused: "uses an anchor" };
  try {
    return decodeURIComponent(fragment)
      .slice(1)
      .split("/")
      .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    return { refused: "has a broken percent escape" };
  }
}
