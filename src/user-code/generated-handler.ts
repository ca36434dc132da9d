/** A generated class, as its file says. */
export interface GeneratedHandler {
  /** Absolute. */
  readonly path: string;
  readonly provider: string;
  /** `default`, `releases` */
  readonly webhook: string;
  /** `GitHubHandler` */
  readonly className: string;
  readonly methods: readonly GeneratedMethod[];
}

/** A method that deliveries are routed to. */
export interface GeneratedMethod {
  readonly event: string;
  readonly action?: string;
  /** `onPullRequestOpened` */
  readonly name: string;
  /** What it is given: `PullRequestOpenedEvent`. */
  readonly typeName: string;
}
