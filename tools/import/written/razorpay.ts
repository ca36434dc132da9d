import type { Integer, Url } from "./formats.js";

// Events about entities whose fields are documented with some certainty. Amounts are in the currency's smallest unit,
// times in seconds since 1970.

type Dispute = "created" | "won" | "lost" | "closed" | "under_review" | "action_required";
type SubscriptionChange = "authenticated" | "activated" | "charged" | "completed" | "updated" | "pending" | "halted" | "cancelled" | "paused" | "resumed";

export type Events = { [E in `payment.${"authorized" | "captured" | "failed"}`]: Delivery<E, PaymentEntities> } & {
  [E in `payment.dispute.${Dispute}`]: Delivery<E, DisputeEntities>;
} & { "order.paid": Delivery<"order.paid", OrderEntities> } & {
  [E in `invoice.${"paid" | "partially_paid" | "expired"}`]: Delivery<E, InvoiceEntities>;
} & { [E in `subscription.${SubscriptionChange}`]: Delivery<E, SubscriptionEntities> } & {
  [E in `refund.${"created" | "processed" | "failed" | "speed_changed"}`]: Delivery<E, RefundEntities>;
} & { [E in `payment_link.${"paid" | "partially_paid" | "expired" | "cancelled"}`]: Delivery<E, PaymentLinkEntities> } & {
  "settlement.processed": Delivery<"settlement.processed", SettlementEntities>;
};

interface Delivery<Event, Entities> {
  entity: "event";
  account_id: string;
  event: Event;
  contains: string[];
  payload: Entities;
  created_at: Integer;
}

interface Held<Entity> {
  entity: Entity;
}

interface PaymentEntities {
  payment: Held<Payment>;
}

interface DisputeEntities extends PaymentEntities {
  dispute: Held<PaymentDispute>;
}

interface OrderEntities extends PaymentEntities {
  order: Held<Order>;
}

interface InvoiceEntities extends Partial<OrderEntities> {
  invoice: Held<Invoice>;
}

interface SubscriptionEntities extends Partial<PaymentEntities> {
  subscription: Held<Subscription>;
}

interface RefundEntities extends Partial<PaymentEntities> {
  refund: Held<Refund>;
}

interface PaymentLinkEntities extends Partial<OrderEntities> {
  payment_link: Held<PaymentLink>;
}

interface SettlementEntities {
  settlement: Held<Settlement>;
}

/** The merchant's own keys and values; a list without items where there are none. */
type Notes = Record<string, unknown> | unknown[];

interface Payment {
  id: string;
  entity: "payment";
  amount: Integer;
  currency: string;
  status: "created" | "authorized" | "captured" | "refunded" | "failed";
  order_id: string | null;
  invoice_id: string | null;
  international: boolean;
  method: string;
  amount_refunded: Integer;
  refund_status: "null" | "partial" | "full" | null;
  captured: boolean;
  description: string | null;
  card_id: string | null;
  card?: Card;
  bank: string | null;
  wallet: string | null;
  vpa: string | null;
  email: string | null;
  contact: string | null;
  customer_id?: string | null;
  token_id?: string | null;
  notes: Notes;
  fee: Integer | null;
  tax: Integer | null;
  error_code: string | null;
  error_description: string | null;
  error_source?: string | null;
  error_step?: string | null;
  error_reason?: string | null;
  acquirer_data?: Record<string, unknown>;
  created_at: Integer;
}

interface Card {
  id: string;
  entity: "card";
  name: string;
  last4: string;
  network: string;
  type: string;
  issuer: string | null;
  international: boolean;
  emi: boolean;
  sub_type?: string;
}

interface Order {
  id: string;
  entity: "order";
  amount: Integer;
  amount_paid: Integer;
  amount_due: Integer;
  currency: string;
  receipt: string | null;
  offer_id: string | null;
  status: "created" | "attempted" | "paid";
  attempts: Integer;
  notes: Notes;
  created_at: Integer;
}

interface PaymentDispute {
  id: string;
  entity: "dispute";
  payment_id: string;
  amount: Integer;
  currency: string;
  amount_deducted: Integer;
  reason_code: string;
  respond_by: Integer;
  status: string;
  phase: string;
  created_at: Integer;
}

interface Invoice {
  id: string;
  entity: "invoice";
  receipt: string | null;
  invoice_number?: string | null;
  customer_id: string | null;
  order_id: string | null;
  payment_id: string | null;
  status: string;
  expire_by: Integer | null;
  issued_at: Integer | null;
  paid_at: Integer | null;
  cancelled_at: Integer | null;
  expired_at: Integer | null;
  partial_payment: boolean;
  amount: Integer;
  amount_paid: Integer;
  amount_due: Integer;
  currency: string;
  description: string | null;
  notes: Notes;
  short_url: Url;
  type: string;
  created_at: Integer;
}

interface Subscription {
  id: string;
  entity: "subscription";
  plan_id: string;
  customer_id?: string | null;
  status: "created" | "authenticated" | "active" | "pending" | "halted" | "cancelled" | "completed" | "expired" | "paused";
  current_start: Integer | null;
  current_end: Integer | null;
  ended_at: Integer | null;
  quantity: Integer;
  notes: Notes;
  charge_at: Integer | null;
  start_at: Integer | null;
  end_at: Integer | null;
  auth_attempts: Integer;
  total_count: Integer;
  paid_count: Integer;
  remaining_count?: Integer | string;
  customer_notify: boolean | Integer;
  expire_by?: Integer | null;
  short_url?: Url | null;
  has_scheduled_changes: boolean;
  change_scheduled_at?: Integer | null;
  offer_id?: string | null;
  created_at: Integer;
}

interface Refund {
  id: string;
  entity: "refund";
  amount: Integer;
  currency: string;
  payment_id: string;
  notes: Notes;
  receipt: string | null;
  acquirer_data?: Record<string, unknown>;
  batch_id: string | null;
  status: "pending" | "processed" | "failed";
  speed_processed: string | null;
  speed_requested: string | null;
  created_at: Integer;
}

interface PaymentLink {
  id: string;
  amount: Integer;
  amount_paid: Integer;
  currency: string;
  accept_partial: boolean;
  first_min_partial_amount?: Integer;
  description: string | null;
  reference_id: string | null;
  order_id?: string | null;
  status: "created" | "partially_paid" | "paid" | "expired" | "cancelled";
  short_url: Url;
  user_id?: string;
  expire_by: Integer;
  expired_at: Integer;
  cancelled_at: Integer;
  reminder_enable: boolean;
  notes: Notes | null;
  created_at: Integer;
  updated_at: Integer;
}

interface Settlement {
  id: string;
  entity: "settlement";
  amount: Integer;
  status: "created" | "processed" | "failed";
  fees: Integer;
  tax: Integer;
  utr: string;
  created_at: Integer;
}
