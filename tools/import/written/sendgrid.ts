import type { Email, Integer } from "./formats.js";

// One item of the list that is delivered.

export interface Events {
  processed: Processed;
  dropped: Dropped;
  delivered: Delivered;
  deferred: Deferred;
  bounce: Bounce;
  open: Open;
  click: Click;
  spamreport: SpamReport;
  unsubscribe: Unsubscribe;
  group_unsubscribe: GroupUnsubscribe;
  group_resubscribe: GroupResubscribe;
}

/** The sender's unique arguments and custom arguments stand beside these keys. */
interface Item {
  email: Email;
  /** Seconds since 1970. */
  timestamp: Integer;
  sg_event_id: string;
  sg_message_id?: string;
  "smtp-id"?: string;
  category?: string | string[];
  asm_group_id?: Integer;
  pool?: Pool;
  marketing_campaign_id?: string | Integer;
  marketing_campaign_name?: string;
  [argument: string]: unknown;
}

interface Pool {
  name: string;
  id: Integer;
}

interface Processed extends Item {
  event: "processed";
  send_at?: Integer;
}

interface Dropped extends Item {
  event: "dropped";
  reason?: string;
  status?: string;
}

interface Delivered extends Item {
  event: "delivered";
  response?: string;
  ip?: string;
  tls?: Integer | string;
}

interface Deferred extends Item {
  event: "deferred";
  response?: string;
  attempt?: string;
  reason?: string;
  ip?: string;
  tls?: Integer | string;
}

interface Bounce extends Item {
  event: "bounce";
  reason?: string;
  status?: string;
  type?: "bounce" | "blocked";
  bounce_classification?: string;
  ip?: string;
  tls?: Integer | string;
}

interface Engagement extends Item {
  useragent?: string;
  ip?: string;
}

interface Open extends Engagement {
  event: "open";
  sg_content_type?: string;
  sg_machine_open?: boolean;
}

interface Click extends Engagement {
  event: "click";
  url: string;
  url_offset?: {
    index: Integer;
    type: string;
  };
  sg_content_type?: string;
}

interface SpamReport extends Item {
  event: "spamreport";
}

interface Unsubscribe extends Item {
  event: "unsubscribe";
}

interface GroupUnsubscribe extends Engagement {
  event: "group_unsubscribe";
  asm_group_id: Integer;
  url?: string;
}

interface GroupResubscribe extends Engagement {
  event: "group_resubscribe";
  asm_group_id: Integer;
  url?: string;
}
