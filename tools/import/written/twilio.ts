import type { Url } from "./formats.js";

// Every field of a form is text. What a channel or an event does not have is left out or sent empty.
// Only what each delivery has is required: Twilio adds fields without notice.

export interface Events {
  incoming_message: IncomingMessage;
  message_status: MessageStatus;
  incoming_call: IncomingCall;
  call_status: CallStatus;
  recording_status: RecordingStatus;
}

interface IncomingMessage {
  MessageSid: string;
  /** Both the same as MessageSid, for older receivers. */
  SmsSid: string;
  SmsMessageSid: string;
  AccountSid: string;
  MessagingServiceSid?: string;
  ApiVersion: string;
  From: string;
  To: string;
  Body: string;
  NumSegments: string;
  NumMedia: string;
  MediaUrl0?: Url;
  MediaUrl1?: Url;
  MediaUrl2?: Url;
  MediaUrl3?: Url;
  MediaUrl4?: Url;
  MediaUrl5?: Url;
  MediaUrl6?: Url;
  MediaUrl7?: Url;
  MediaUrl8?: Url;
  MediaUrl9?: Url;
  MediaContentType0?: string;
  MediaContentType1?: string;
  MediaContentType2?: string;
  MediaContentType3?: string;
  MediaContentType4?: string;
  MediaContentType5?: string;
  MediaContentType6?: string;
  MediaContentType7?: string;
  MediaContentType8?: string;
  MediaContentType9?: string;
  SmsStatus?: string;
  OptOutType?: "STOP" | "START" | "HELP";
  FromCity?: string;
  FromState?: string;
  FromZip?: string;
  FromCountry?: string;
  ToCity?: string;
  ToState?: string;
  ToZip?: string;
  ToCountry?: string;
  /** From here on: WhatsApp. */
  ProfileName?: string;
  WaId?: string;
  MessageType?: string;
  Forwarded?: string;
  FrequentlyForwarded?: string;
  ButtonText?: string;
  ButtonPayload?: string;
  ListId?: string;
  ListTitle?: string;
  Latitude?: string;
  Longitude?: string;
  Address?: string;
  Label?: string;
  OriginalRepliedMessageSid?: string;
  OriginalRepliedMessageSender?: string;
  ReferralNumMedia?: string;
  ReferralBody?: string;
  ReferralHeadline?: string;
  ReferralSourceId?: string;
  ReferralSourceType?: string;
  ReferralSourceUrl?: string;
}

interface MessageStatus {
  MessageSid: string;
  /** The same as MessageSid, for older receivers. */
  SmsSid: string;
  AccountSid: string;
  MessagingServiceSid?: string;
  ApiVersion?: string;
  From?: string;
  To: string;
  MessageStatus:
    | "accepted"
    | "scheduled"
    | "queued"
    | "sending"
    | "sent"
    | "delivered"
    | "undelivered"
    | "failed"
    | "canceled"
    | "read"
    | "partially_delivered"
    | "receiving"
    | "received";
  SmsStatus?: string;
  ErrorCode?: string;
  ErrorMessage?: string;
  /** The carrier's time of delivery, as YYMMDDhhmm. */
  RawDlrDoneDate?: string;
  /** From here on: WhatsApp and other channels. */
  EventType?: string;
  ChannelPrefix?: string;
  ChannelInstallSid?: string;
  ChannelToAddress?: string;
  ChannelStatusMessage?: string;
}

/** What every request about a call has. */
interface Call {
  CallSid: string;
  AccountSid: string;
  ApiVersion: string;
  From: string;
  To: string;
  CallStatus: CallState;
  Direction: string;
  ForwardedFrom?: string;
  CallerName?: string;
  ParentCallSid?: string;
  CallToken?: string;
  StirVerstat?: string;
  StirPassportToken?: string;
  Caller?: string;
  CallerCity?: string;
  CallerState?: string;
  CallerZip?: string;
  CallerCountry?: string;
  Called?: string;
  CalledCity?: string;
  CalledState?: string;
  CalledZip?: string;
  CalledCountry?: string;
  FromCity?: string;
  FromState?: string;
  FromZip?: string;
  FromCountry?: string;
  ToCity?: string;
  ToState?: string;
  ToZip?: string;
  ToCountry?: string;
}

/** The same address may be where a TwiML verb's `action` points: then what the verb gathered is there too. */
interface IncomingCall extends Call {
  Digits?: string;
  FinishedOnKey?: string;
  SpeechResult?: string;
  Confidence?: string;
  RecordingUrl?: Url;
  RecordingSid?: string;
  RecordingDuration?: string;
  DialCallSid?: string;
  DialCallStatus?: string;
  DialCallDuration?: string;
}

interface CallStatus extends Call {
  CallbackSource?: string;
  SequenceNumber?: string;
  Timestamp?: string;
  /** Seconds, once the call is over. */
  CallDuration?: string;
  /** Minutes, once the call is over. */
  Duration?: string;
  SipResponseCode?: string;
  RecordingUrl?: Url;
  RecordingSid?: string;
  RecordingDuration?: string;
}

type CallState = "queued" | "initiated" | "ringing" | "in-progress" | "completed" | "busy" | "no-answer" | "canceled" | "failed";

/** Of a call or of a conference: it has the one's Sid or the other's. */
interface RecordingStatus {
  AccountSid: string;
  CallSid?: string;
  ConferenceSid?: string;
  RecordingSid: string;
  RecordingStatus: "in-progress" | "completed" | "absent" | "failed";
  RecordingUrl?: Url;
  RecordingDuration?: string;
  RecordingChannels?: string;
  RecordingStartTime?: string;
  RecordingSource?: string;
  RecordingTrack?: string;
  ErrorCode?: string;
}
