import type { DateTime, Integer, Url } from "./formats.js";

type IncidentChange =
  | "acknowledged"
  | "delegated"
  | "escalated"
  | "incident_type.changed"
  | "priority_updated"
  | "reassigned"
  | "reopened"
  | "resolved"
  | "service_updated"
  | "triggered"
  | "unacknowledged";

export type Events = { [E in `incident.${IncidentChange}`]: Delivery<E, Incident> } & {
  [E in `incident.responder.${"added" | "replied"}`]: Delivery<E, IncidentResponder>;
} & { [E in `incident.workflow.${"started" | "completed"}`]: Delivery<E, IncidentWorkflow> } & {
  [E in `service.${"created" | "updated" | "deleted"}`]: Delivery<E, Service>;
} & {
  "incident.annotated": Delivery<"incident.annotated", IncidentNote>;
  "incident.conference_bridge.updated": Delivery<"incident.conference_bridge.updated", IncidentConferenceBridge>;
  "incident.custom_field_values.updated": Delivery<"incident.custom_field_values.updated", IncidentFieldValues>;
  "incident.status_update_published": Delivery<"incident.status_update_published", IncidentStatusUpdate>;
  "pagey.ping": Delivery<"pagey.ping", Ping>;
};

interface Delivery<Type, Data> {
  event: {
    id: string;
    event_type: Type;
    resource_type: string;
    occurred_at: DateTime;
    agent: Reference | null;
    client: Client | null;
    data: Data;
  };
}

interface Client {
  name: string;
  url?: string;
}

/** What PagerDuty shows of something that has a page and an API of its own. */
interface Reference {
  id: string;
  type: string;
  summary?: string;
  self: Url | null;
  html_url: Url | null;
}

interface Incident {
  id: string;
  type: string;
  self: Url;
  html_url: Url;
  number: Integer;
  status: "triggered" | "acknowledged" | "resolved";
  incident_key: string | null;
  created_at: DateTime;
  title: string;
  service: Reference;
  assignees: Reference[];
  escalation_policy: Reference;
  teams: Reference[];
  priority: Reference | null;
  urgency: "high" | "low";
  conference_bridge: ConferenceBridge | null;
  resolve_reason: unknown;
  incident_type?: { name: string };
}

interface ConferenceBridge {
  conference_number?: string | null;
  conference_url?: string | null;
}

interface IncidentNote {
  id: string;
  type: string;
  incident: Reference;
  content: string;
  trimmed: boolean;
}

interface IncidentStatusUpdate {
  id: string;
  type: string;
  incident: Reference;
  message: string;
  trimmed: boolean;
}

interface IncidentResponder {
  type: string;
  incident: Reference;
  user?: Reference | null;
  escalation_policy?: Reference | null;
  message?: string | null;
  state: string;
}

interface IncidentConferenceBridge {
  type: string;
  incident: Reference;
  conference_numbers?: { label: string; number: string }[];
  conference_url?: string | null;
}

interface IncidentFieldValues {
  type: string;
  incident: Reference;
  custom_fields: FieldValue[];
}

interface FieldValue {
  id: string;
  name: string;
  display_name?: string;
  data_type?: string;
  value: unknown;
  [key: string]: unknown;
}

interface IncidentWorkflow {
  id: string;
  type: string;
  incident: Reference;
  [key: string]: unknown;
}

interface Service {
  id: string;
  type: string;
  summary: string;
  self: Url | null;
  html_url: Url | null;
  alert_creation?: string;
  created_at?: DateTime;
  teams?: Reference[];
}

interface Ping {
  type: string;
  message: string;
}
