import type { SourcePayload } from "./source-payload.js";
import type { SourceSchema } from "./source-schema.js";

/** Where schemas come from, as SOURCE.json says it. */
export type Origin = PackageOrigin | WrittenOrigin;

/** Files of a published package. */
export interface PackageOrigin {
  readonly package: string;
  readonly version: string;
  /** The one file that was read, or the package's archive where it was several. */
  readonly file: string;
  /** Of that file. */
  readonly sha256: string;
  readonly licence: string;
  /** The provider's own version of what the schemas describe, where it has one. */
  readonly apiVersion?: string;
  /** Packages whose types the source's types are made of. */
  readonly with?: readonly string[];
}

/** Types of ours, written from what the provider documents. */
export interface WrittenOrigin {
  readonly kind: "hand-written";
  readonly file: string;
  readonly sha256: string;
  /** The provider's pages. */
  readonly documentation: readonly string[];
}

/** What an importer reads out of a package: payloads, and the components they are made of. */
export interface PayloadSource {
  readonly origin: Origin;
  readonly components: Record<string, SourceSchema>;
  readonly payloads: readonly SourcePayload[];
}

/** How one provider is imported: what `tools/import/providers/<provider>.ts` exports as its default. */
export interface ProviderImport {
  readonly read: (apiVersion?: string) => PayloadSource;
  /** The provider's API versions that are kept side by side, the newest first. It stands in the provider's folder, each other one in a folder of its own. */
  readonly versions?: readonly string[];
  /** What a component's name says about what it is, in PascalCase; undefined when it only says how the source is filed. */
  readonly componentName: (component: string) => string | undefined;
}
