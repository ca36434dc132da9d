import type { Integer } from "./formats.js";

// Events whose fields are documented with some certainty. Of the others, only the envelope is known.

type DeploymentChange = "created" | "succeeded" | "ready" | "promoted" | "error" | "canceled" | "cleanup";

export type Events = { [E in `deployment.${DeploymentChange}`]: Delivery<E, DeploymentDetails> } & {
  [E in `project.${"created" | "removed" | "renamed"}`]: Delivery<E, ProjectDetails>;
} & { "domain.created": Delivery<"domain.created", DomainDetails> } & {
  [E in `integration-configuration.${"permission-upgraded" | "removed" | "scope-change-confirmed"}`]: Delivery<E, ConfigurationDetails>;
};

interface Delivery<Type, Details> {
  id: string;
  type: Type;
  /** Milliseconds since 1970. */
  createdAt: Integer;
  region?: string | null;
  payload: Details;
}

interface Owner {
  team?: Team | null;
  user?: { id: string };
}

interface Team {
  id: string | null;
}

interface DeploymentDetails extends Owner {
  deployment: Deployment;
  project?: { id: string };
  links?: {
    deployment: string;
    project: string;
  };
  target?: string | null;
  alias?: string[];
  plan?: string;
  regions?: string[];
}

interface Deployment {
  id: string;
  url?: string;
  name?: string;
  meta?: Record<string, unknown>;
}

interface ProjectDetails extends Owner {
  project: {
    id: string;
    name: string;
  };
}

interface DomainDetails extends Owner {
  domain: {
    name: string;
    delegated?: boolean;
  };
}

interface ConfigurationDetails extends Owner {
  configuration: {
    id: string;
    projectSelection?: string;
    projects?: string[];
  };
}
