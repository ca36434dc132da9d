import type { DateTime, Url } from "./formats.js";

export interface Events {
  Notification: Notification;
  SubscriptionConfirmation: SubscriptionConfirmation;
  UnsubscribeConfirmation: UnsubscribeConfirmation;
}

interface Signed {
  MessageId: string;
  TopicArn: string;
  Timestamp: DateTime;
  SignatureVersion: "1" | "2";
  Signature: string;
  SigningCertURL: Url;
}

interface Notification extends Signed {
  Type: "Notification";
  /** Text, often JSON. */
  Message: string;
  Subject?: string;
  UnsubscribeURL: Url;
  MessageAttributes?: Record<string, MessageAttribute>;
  /** Of a FIFO topic. */
  SequenceNumber?: string;
}

interface MessageAttribute {
  Type: string;
  Value: string;
}

interface Confirmation extends Signed {
  Token: string;
  Message: string;
  SubscribeURL: Url;
}

interface SubscriptionConfirmation extends Confirmation {
  Type: "SubscriptionConfirmation";
}

interface UnsubscribeConfirmation extends Confirmation {
  Type: "UnsubscribeConfirmation";
}
