import type { Integer } from "./formats.js";

// What `data.item` holds is an object of the API in the version that the app is set to: open here, the sure keys named.

type ConversationTopic =
  | "conversation.user.created"
  | "conversation.user.replied"
  | "conversation.admin.replied"
  | "conversation.admin.single.created"
  | "conversation.admin.assigned"
  | "conversation.admin.noted"
  | "conversation.admin.closed"
  | "conversation.admin.opened"
  | "conversation.admin.snoozed"
  | "conversation.admin.unsnoozed"
  | "conversation.deleted"
  | "conversation.priority.updated"
  | "conversation.rating.added";

type ContactTopic =
  | "contact.user.created"
  | "contact.lead.created"
  | "contact.lead.signed_up"
  | "contact.user.updated"
  | "contact.lead.updated"
  | "contact.email.updated"
  | "contact.deleted"
  | "contact.unsubscribed";

type TagTopic = "contact.user.tag.created" | "contact.user.tag.deleted" | "contact.lead.tag.created" | "contact.lead.tag.deleted";

type CompanyTopic = "company.created" | "company.updated" | "company.deleted";

type TicketTopic =
  | "ticket.created"
  | "ticket.state.updated"
  | "ticket.contact.replied"
  | "ticket.admin.replied"
  | "ticket.note.created"
  | "ticket.admin.assigned"
  | "ticket.team.assigned";

type AdminTopic = "admin.added_to_workspace" | "admin.removed_from_workspace" | "admin.away_mode_updated";

export type Events = { [T in ConversationTopic]: Notice<T, Conversation> } & { [T in ContactTopic]: Notice<T, Contact> } & {
  [T in TagTopic | TicketTopic | AdminTopic]: Notice<T, Item>;
} & { [T in CompanyTopic]: Notice<T, Company> } & { ping: Notice<"ping", Ping> };

interface Notice<Topic, Subject> {
  type: "notification_event";
  id: string | null;
  topic: Topic;
  app_id: string;
  data: {
    type?: string;
    item: Subject;
  };
  links?: Record<string, unknown>;
  delivery_status?: string | null;
  delivery_attempts: Integer;
  /** Seconds since 1970. 0 before the first delivery. */
  delivered_at?: Integer;
  first_sent_at: Integer;
  created_at: Integer;
  self: string | null;
}

interface Item {
  type: string;
  [key: string]: unknown;
}

interface Conversation {
  type: "conversation";
  id: string;
  created_at?: Integer;
  updated_at?: Integer;
  [key: string]: unknown;
}

interface Contact {
  type: string;
  id: string;
  external_id?: string | null;
  email?: string | null;
  name?: string | null;
  [key: string]: unknown;
}

interface Company {
  type: "company";
  id?: string;
  company_id?: string;
  name?: string;
  [key: string]: unknown;
}

interface Ping {
  type: "ping";
  message: string;
}
