import type { EventModel } from "../model/handler-model.js";

/** The class that the user goes on to write, over a generated one. */
export interface UserHandler {
  /** `MyGitHubHandler` */
  readonly className: string;
  /** From the working directory: `src/webhooks/my-github-handler.ts`. */
  readonly file: string;
  /** `GitHubHandler` */
  readonly generated: string;
  /** How the class's file imports it: `./github/handler.js`. */
  readonly specifier: string;
  /** The event that its first method takes. */
  readonly event: EventModel;
  readonly provider: string;
  /** Its key among the routes: `github`, `github/releases`. */
  readonly key: string;
  /** The first path it is served at. */
  readonly path: string;
  readonly secretEnv: string | undefined;
  /** Of relative imports: `.js`, `.ts` or nothing. */
  readonly importEnding: string;
}
