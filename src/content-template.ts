/** A placeholder, or text between them. */
export interface ContentPiece {
  readonly text?: string;
  readonly placeholder?: string;
  /** What stands after the colon. */
  readonly name?: string;
}

/** Whether what is signed covers the whole body. */
export function coversBody(template: string): boolean {
  return /\{(?:body|form|query_and_form|body_crc32)\}/.test(template);
}

/** A template in its pieces: `v0:{timestamp}` is the text `v0:` and the placeholder `timestamp`. */
export function contentPieces(template: string): readonly ContentPiece[] {
  return template.split(/\{([^{}]*)\}/).flatMap((piece, index): ContentPiece[] => {
    if (index % 2 === 0) return piece === "" ? [] : [{ text: piece }];
    if (piece === "newline") return [{ text: "\n" }];
    const [placeholder = "", name] = piece.split(/:(.*)/s);
    return [name === undefined ? { placeholder } : { placeholder, name }];
  });
}
