import type { Integer } from "./formats.js";

// One item of the list that is delivered.

type Subject = "company" | "contact" | "deal" | "line_item" | "object" | "product" | "ticket";

export type Events = { [E in `${Subject | "conversation"}.${"creation" | "deletion"}`]: ObjectChange<E> } & {
  [E in `${Subject}.restore`]: ObjectChange<E>;
} & { [E in `${"contact" | "conversation"}.privacyDeletion`]: ObjectChange<E> } & {
  [E in `${Subject | "conversation"}.propertyChange`]: PropertyChange<E>;
} & { [E in `${Exclude<Subject, "product">}.associationChange`]: AssociationChange<E> } & {
  [E in `${Subject}.merge`]: Merge<E>;
} & { "conversation.newMessage": NewMessage };

interface Item<Type> {
  subscriptionType: Type;
  eventId: Integer;
  subscriptionId: Integer;
  portalId: Integer;
  appId?: Integer;
  /** Milliseconds since 1970. */
  occurredAt: Integer;
  attemptNumber: Integer;
  changeSource?: string;
  sourceId?: string;
}

interface ObjectChange<Type> extends Item<Type> {
  objectId: Integer;
  /** Of the `object.` events: `0-1` is a contact. */
  objectTypeId?: string;
  changeFlag?: string;
}

interface PropertyChange<Type> extends ObjectChange<Type> {
  propertyName: string;
  propertyValue: string | null;
  isSensitive?: boolean;
}

interface AssociationChange<Type> extends Item<Type> {
  associationType?: string;
  associationCategory?: string;
  associationTypeId?: Integer;
  fromObjectId: Integer;
  fromObjectTypeId?: string;
  toObjectId: Integer;
  toObjectTypeId?: string;
  associationRemoved: boolean;
  isPrimaryAssociation?: boolean;
}

interface Merge<Type> extends Item<Type> {
  primaryObjectId: Integer;
  mergedObjectIds: Integer[];
  newObjectId?: Integer;
  numberOfPropertiesMoved?: Integer;
  objectId?: Integer;
  objectTypeId?: string;
  changeFlag?: string;
}

interface NewMessage extends ObjectChange<"conversation.newMessage"> {
  messageId: string;
  messageType?: "MESSAGE" | "COMMENT";
}
