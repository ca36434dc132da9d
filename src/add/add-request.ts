import type { ProviderFolders } from "../config/provider-folders.js";

/** What is to be said of a provider's webhook. */
export interface AddRequest extends ProviderFolders {
  readonly provider: string;
  readonly webhook: string;
  readonly events: readonly string[];
  /** Values by the YAML's keys, `events` apart. */
  readonly settings: ReadonlyMap<SettingKey, string | boolean>;
}

/** The keys that can be said, besides `events`. */
export type SettingKey = "path" | "verify_signature" | "signing_secret_env" | "verification_type" | "signature_header" | "event_header" | "event_field";

/** A provider's `webhook.yaml` as it would be. */
export interface AddedText {
  /** Below the providers folder. */
  readonly path: string;
  /** Undefined where there is no file yet. */
  readonly before: string | undefined;
  readonly after: string;
  /** What was not said by anyone, and is worth a look: keys of a new provider. */
  readonly guessed: readonly SettingKey[];
}
