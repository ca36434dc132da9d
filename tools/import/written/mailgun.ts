import type { Email, Integer, Url } from "./formats.js";

export type Events = {
  [E in keyof EventData]: Delivery<EventData[E]>;
};

/** An account, a route and a sub-account send the same envelope. */
interface Delivery<Data> {
  signature: Signature;
  /** With a sub-account: the parent account's. */
  "parent-signature"?: Signature;
  "event-data": Data;
}

interface Signature {
  timestamp: string;
  token: string;
  signature: string;
}

interface EventData {
  accepted: Accepted;
  delivered: Delivered;
  failed: Failed;
  opened: Opened;
  clicked: Clicked;
  unsubscribed: Unsubscribed;
  complained: Complained;
}

interface About {
  id: string;
  /** Seconds since 1970, with a fraction. */
  timestamp: number;
  "log-level"?: string;
  recipient?: Email;
  "recipient-domain"?: string;
  "recipient-provider"?: string;
  tags?: string[];
  campaigns?: Campaign[];
  "user-variables"?: Record<string, unknown>;
  "mailing-list"?: MailingList;
  message?: Message;
  account?: { id: string };
  domain?: { name: string };
}

interface Campaign {
  id: string;
  name: string;
}

interface MailingList {
  address: string;
  "list-id"?: string;
  sid?: string;
}

interface Message {
  headers: {
    "message-id"?: string;
    from?: string;
    to?: string;
    subject?: string;
  };
  size?: Integer;
  attachments?: Attachment[];
}

interface Attachment {
  filename?: string;
  "content-type"?: string;
  size?: Integer;
}

interface Envelope {
  sender?: string;
  targets?: string;
  transport?: string;
  "sending-ip"?: string;
}

interface Flags {
  "is-authenticated"?: boolean;
  "is-routed"?: boolean;
  "is-system-test"?: boolean;
  "is-test-mode"?: boolean;
  "is-delayed-bounce"?: boolean;
  "is-big"?: boolean;
}

interface Sent extends About {
  envelope?: Envelope;
  flags?: Flags;
  storage?: StoredMessage;
}

interface StoredMessage {
  key: string;
  url: Url | Url[];
  region?: string;
  env?: string;
}

interface Accepted extends Sent {
  event: "accepted";
  method?: string;
}

interface DeliveryStatus {
  code?: Integer;
  message?: string;
  description?: string;
  "mx-host"?: string;
  "session-seconds"?: number;
  "attempt-no"?: Integer;
  "retry-seconds"?: Integer;
  "enhanced-code"?: string;
  "bounce-type"?: string;
  utf8?: boolean;
  tls?: boolean;
  "certificate-verified"?: boolean;
}

interface Delivered extends Sent {
  event: "delivered";
  "delivery-status": DeliveryStatus;
}

interface Failed extends Sent {
  event: "failed";
  severity: "permanent" | "temporary";
  reason?: string;
  "delivery-status": DeliveryStatus;
}

interface ClientInfo {
  "client-name"?: string;
  "client-os"?: string;
  "client-type"?: string;
  "device-type"?: string;
  "user-agent"?: string;
  bot?: string;
}

interface Geolocation {
  country?: string;
  region?: string;
  city?: string;
}

interface Engagement extends About {
  ip?: string;
  geolocation?: Geolocation;
  "client-info"?: ClientInfo;
}

interface Opened extends Engagement {
  event: "opened";
}

interface Clicked extends Engagement {
  event: "clicked";
  url: string;
}

interface Unsubscribed extends Engagement {
  event: "unsubscribed";
}

interface Complained extends About {
  event: "complained";
  envelope?: Envelope;
  flags?: Flags;
}
