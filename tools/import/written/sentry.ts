import type { DateTime, Integer, Url } from "./formats.js";

// Sentry serialises its own objects into the deliveries and adds to them as they grow: those are open here.

export interface Events {
  installation: Delivery<"created" | "deleted", { installation: InstallationDetails }>;
  issue: Delivery<"created" | "resolved" | "assigned" | "archived" | "unresolved", { issue: Issue }>;
  error: Delivery<"created", { error: RecordedError }>;
  comment: Delivery<"created" | "updated" | "deleted", IssueComment>;
  event_alert: Delivery<"triggered", EventAlert>;
  metric_alert: Delivery<"critical" | "warning" | "resolved", MetricAlert>;
  activity_alert: Delivery<"triggered", { issue: Issue; [key: string]: unknown }>;
}

interface Delivery<Action, Data> {
  action: Action;
  actor: Actor;
  installation: { uuid: string };
  data: Data;
}

interface Actor {
  type: string;
  /** A number of a user, `sentry` of Sentry itself, or the UUID of an integration. */
  id: Integer | string;
  name: string;
}

interface InstallationDetails {
  uuid: string;
  status: "pending" | "installed";
  organization: { slug: string; id?: Integer };
  app: { uuid: string; slug: string };
  /** To be exchanged for a token. */
  code?: string;
}

interface Issue {
  id: string;
  url?: Url;
  web_url?: Url;
  project_url?: Url;
  shortId: string;
  title: string;
  culprit: string | null;
  permalink?: Url | null;
  level: string;
  status: "resolved" | "unresolved" | "ignored";
  substatus?: string | null;
  statusDetails: Record<string, unknown>;
  platform?: string | null;
  project: Project;
  type: string;
  metadata: Record<string, unknown>;
  assignedTo: Assignee | null;
  isUnhandled?: boolean;
  issueType?: string;
  issueCategory?: string;
  priority?: string | null;
  /** A number written as text. */
  count: string;
  userCount: Integer;
  firstSeen: DateTime;
  lastSeen: DateTime;
  [key: string]: unknown;
}

interface Project {
  id: string;
  name: string;
  slug: string;
  platform?: string | null;
}

interface Assignee {
  type: "user" | "team";
  id: string;
  name: string;
  email?: string;
}

interface RecordedError {
  event_id: string;
  issue_id: string;
  url: Url;
  web_url: Url;
  issue_url: Url;
  title: string;
  message?: string;
  culprit?: string | null;
  level?: string;
  platform?: string;
  project: Integer;
  datetime?: DateTime;
  /** Seconds since 1970. */
  timestamp?: number;
  received?: number;
  environment?: string | null;
  release?: string | null;
  tags?: [string, string | null][];
  [key: string]: unknown;
}

interface IssueComment {
  comment: string;
  comment_id: Integer;
  issue_id: Integer;
  project_slug: string;
  timestamp: DateTime;
}

interface EventAlert {
  event: RecordedError;
  triggered_rule: string;
  /** With an alert rule action of the integration's own. */
  issue_alert?: {
    title: string;
    settings: { name: string; value: unknown }[];
  };
}

interface MetricAlert {
  metric_alert: MetricAlertIncident;
  description_text: string;
  description_title: string;
  web_url: Url;
}

interface MetricAlertIncident {
  id: string;
  identifier: string;
  organizationId: string;
  title: string;
  status: Integer;
  projects: string[];
  alert_rule: Record<string, unknown>;
  dateStarted: DateTime;
  dateDetected: DateTime;
  dateCreated: DateTime;
  dateClosed: DateTime | null;
  [key: string]: unknown;
}
