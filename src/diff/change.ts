/** One difference between what was generated and what would be now. */
export interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly kind: "webhook" | "event" | "action" | "type" | "field";
  /** The generated file that it shows in, below the output folder: `github/payloads.ts`. */
  readonly file: string;
  /** `push`, `pull_request.opened`, `PushPayload.commits[].id` */
  readonly name: string;
  /** Both only where something changed. */
  readonly from?: string;
  readonly to?: string;
  /** Whether code that was written against the old files may not compile, or may not be called any more. */
  readonly breaking: boolean;
}

/** A change before it is known which file it shows in. */
export type FoundChange = Omit<Change, "file">;
