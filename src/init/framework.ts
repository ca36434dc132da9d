/** Where a route file stands, for what is said about it. */
export interface Route {
  /** From the working directory: `src/webhooks/routes.ts`. */
  readonly file: string;
  /** How the file above its folder imports it: `./webhooks/routes.js`. */
  readonly specifier: string;
  /** What is served, with what the platform puts before it. */
  readonly paths: readonly string[];
}

/** What is known of the project when a place for the route file is chosen. */
export interface RoutePlace {
  /** The folder of the generated files, from the working directory. */
  readonly output: string;
  /** `src/` where the project keeps its code there, else nothing. */
  readonly source: string;
  /** The first part of the webhooks' paths: `webhooks`. */
  readonly base: string;
}

/** One framework or platform: how a project that uses it is known, and what its route file holds. */
export interface Framework {
  /** As people write it. */
  readonly label: string;
  /** Packages by which a project is known to use it. */
  readonly packages: readonly string[];
  /** Files and folders by which it is. */
  readonly files?: readonly string[];
  /** Subpath of the runtime. */
  readonly adapter: string;
  /** What the adapter exports; `webhookRoutes` where nothing else is said. */
  readonly call?: string;
  /** What the platform puts before every path. */
  readonly basePath?: string;
  /** Where it listens on a developer's machine, when that is not 3000. */
  readonly port?: number;
  /** The route file's place says which paths are served. */
  readonly servesFolder?: true;
  readonly routeFile: (place: RoutePlace) => string;
  /** Lines above the import of the adapter. */
  readonly imports?: readonly string[];
  /** What stands before the call, and what behind. */
  readonly opens: string;
  readonly closes?: string;
  /** What is said above the statement. */
  readonly comment: string;
  /** Lines below. */
  readonly below?: (place: RoutePlace) => readonly string[];
  /** What is left to do: a sentence, then lines of code. */
  readonly mount: (route: Route) => readonly string[];
}
