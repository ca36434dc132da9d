import type { DateTime, Email, Integer, Url } from "./formats.js";

// Resources of the API, as JSON:API writes them. Amounts are in cents.

export type Events = { [E in `order_${"created" | "refunded"}`]: Delivery<E, OrderResource> } & {
  [E in `subscription_${"created" | "updated" | "cancelled" | "resumed" | "expired" | "paused" | "unpaused"}`]: Delivery<E, SubscriptionResource>;
} & { [E in `subscription_payment_${"success" | "failed" | "recovered" | "refunded"}`]: Delivery<E, SubscriptionInvoiceResource> } & {
  [E in `license_key_${"created" | "updated"}`]: Delivery<E, LicenseKeyResource>;
};

interface Delivery<Event, Data> {
  meta: {
    event_name: Event;
    test_mode?: boolean;
    webhook_id?: string;
    /** What was passed to the checkout. */
    custom_data?: Record<string, unknown>;
  };
  data: Data;
}

interface Resource<Type, Attributes> {
  type: Type;
  id: string;
  attributes: Attributes;
  relationships?: Record<string, Relationship>;
  links?: { self: Url };
}

interface OrderResource extends Resource<"orders", Order> {}
interface SubscriptionResource extends Resource<"subscriptions", Subscription> {}
interface SubscriptionInvoiceResource extends Resource<"subscription-invoices", SubscriptionInvoice> {}
interface LicenseKeyResource extends Resource<"license-keys", LicenseKey> {}

interface Relationship {
  links?: {
    related?: Url;
    self?: Url;
  };
}

interface Order {
  store_id: Integer;
  customer_id: Integer;
  identifier: string;
  order_number: Integer;
  user_name: string | null;
  user_email: Email;
  currency: string;
  currency_rate?: string;
  subtotal: Integer;
  setup_fee?: Integer;
  discount_total: Integer;
  tax: Integer;
  total: Integer;
  refunded_amount?: Integer;
  subtotal_usd: Integer;
  setup_fee_usd?: Integer;
  discount_total_usd: Integer;
  tax_usd: Integer;
  total_usd: Integer;
  refunded_amount_usd?: Integer;
  tax_name: string | null;
  tax_rate: string | number | null;
  tax_inclusive?: boolean;
  status: "pending" | "failed" | "paid" | "refunded" | "partial_refund" | "fraudulent";
  status_formatted: string;
  refunded: boolean;
  refunded_at: DateTime | null;
  subtotal_formatted: string;
  discount_total_formatted: string;
  tax_formatted: string;
  total_formatted: string;
  first_order_item: OrderItem | null;
  urls?: { receipt: Url };
  created_at: DateTime;
  updated_at: DateTime;
  test_mode?: boolean;
}

interface OrderItem {
  id: Integer;
  order_id: Integer;
  product_id: Integer;
  variant_id: Integer;
  price_id?: Integer;
  product_name: string;
  variant_name: string;
  price: Integer;
  quantity?: Integer;
  created_at: DateTime;
  updated_at: DateTime;
  test_mode?: boolean;
}

interface Subscription {
  store_id: Integer;
  customer_id: Integer;
  order_id: Integer;
  order_item_id: Integer;
  product_id: Integer;
  variant_id: Integer;
  product_name: string;
  variant_name: string;
  user_name: string | null;
  user_email: Email;
  status: "on_trial" | "active" | "paused" | "past_due" | "unpaid" | "cancelled" | "expired";
  status_formatted: string;
  card_brand: string | null;
  card_last_four: string | null;
  pause: { mode: "void" | "free"; resumes_at: DateTime | null } | null;
  cancelled: boolean;
  trial_ends_at: DateTime | null;
  billing_anchor: Integer;
  first_subscription_item?: SubscriptionItem | null;
  urls: {
    update_payment_method: Url | null;
    customer_portal?: Url | null;
    customer_portal_update_subscription?: Url | null;
  };
  renews_at: DateTime | null;
  ends_at: DateTime | null;
  created_at: DateTime;
  updated_at: DateTime;
  test_mode: boolean;
}

interface SubscriptionItem {
  id: Integer;
  subscription_id: Integer;
  price_id: Integer;
  quantity: Integer;
  is_usage_based?: boolean;
  created_at: DateTime;
  updated_at: DateTime;
}

interface SubscriptionInvoice {
  store_id: Integer;
  subscription_id: Integer;
  customer_id?: Integer;
  user_name?: string | null;
  user_email?: Email;
  billing_reason: "initial" | "renewal" | "updated";
  card_brand: string | null;
  card_last_four: string | null;
  currency: string;
  currency_rate: string;
  status: "pending" | "paid" | "void" | "refunded" | "partial_refund";
  status_formatted: string;
  refunded: boolean;
  refunded_at: DateTime | null;
  subtotal: Integer;
  discount_total: Integer;
  tax: Integer;
  total: Integer;
  refunded_amount?: Integer;
  subtotal_usd: Integer;
  discount_total_usd: Integer;
  tax_usd: Integer;
  total_usd: Integer;
  subtotal_formatted: string;
  discount_total_formatted: string;
  tax_formatted: string;
  total_formatted: string;
  urls: { invoice_url: Url | null };
  created_at: DateTime;
  updated_at: DateTime;
  test_mode: boolean;
}

interface LicenseKey {
  store_id: Integer;
  customer_id: Integer;
  order_id: Integer;
  order_item_id: Integer;
  product_id: Integer;
  user_name: string | null;
  user_email: Email;
  key: string;
  key_short: string;
  activation_limit: Integer | null;
  instances_count: Integer;
  disabled: boolean | Integer;
  status: "inactive" | "active" | "expired" | "disabled";
  status_formatted: string;
  expires_at: DateTime | null;
  created_at: DateTime;
  updated_at: DateTime;
  test_mode?: boolean;
}
