/** What a family's request must have before it can be signed. In each body the word "covered" stands where the signature covers it. */
export const FAMILY_DRAFTS: Readonly<Record<string, { readonly url?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }>> = {
  twilio: { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "Digits=1234&Body=covered+%C3%AF&Media=b&Media=a" },
  "plivo-v3": {
    headers: { "content-type": "application/x-www-form-urlencoded", "x-plivo-signature-v3-nonce": "05429567804466091622" },
    body: "From=1415&To=covered",
  },
  "aws-sns": { body: JSON.stringify({ Type: "Notification", MessageId: "da41e39f", TopicArn: "arn:aws:sns:us-east-1:123456789012:topic", Message: "covered", Timestamp: "2025-11-24T16:00:00.000Z" }) },
  twitch: { headers: { "twitch-eventsub-message-id": "e76c6bd4" } },
  contentful: { headers: { "x-contentful-signed-headers": "content-type,x-contentful-signed-headers,x-contentful-timestamp" } },
  mailgun: { body: '{"signature":{"token":"covered"},"event-data":{"event":"opened"}}' },
  "dropbox-sign": { body: '{"event":{"event_time":"1764000000","event_type":"covered","event_metadata":{}}}' },
  "adyen-payment": { body: JSON.stringify({ live: "false", notificationItems: [adyenItem("covered"), adyenItem("another")] }) },
  paypal: {
    headers: {
      "paypal-transmission-id": "b2384410-f8d2-11e4-8bf3-77339302725b",
      "paypal-transmission-time": "2025-11-24T16:00:00Z",
      "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-360caa42",
    },
  },
};

function adyenItem(pspReference: string): object {
  const amount = { value: 1130, currency: "EUR" };
  const unsigned = { eventDate: "2019-05-06T17:15:34.121+02:00", additionalData: { more: "kept" } };
  const references = { pspReference, originalReference: "", merchantAccountCode: "M", merchantReference: "R" };
  return { NotificationRequestItem: { ...references, amount, eventCode: "AUTHORISATION", success: "true", ...unsigned } };
}
