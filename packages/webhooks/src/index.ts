/**
 * Verifies the webhooks of dirsync and hands their typed events to your handlers. It begins with `createReceiver`, or
 * with `verify` for one call.
 *
 * @packageDocumentation
 */
export { type RawBody } from './body.ts';
export { Drop, HandlerDecision, RetryLater, Unsubscribe } from './decisions.ts';
export {
  WebhookVerificationError,
  type WebhookErrorCode,
  type WebhookErrorDetails,
  type WebhookErrorOptions,
} from './errors.ts';
export { exhaustive, type UnknownWebhookEvent } from './event.ts';
export type { EventStore, StoredEvent, StoreOutcome } from './event-store.ts';
export type {
  CustomAttributes,
  Directory,
  DirectoryActivatedEvent,
  DirectoryDeletedEvent,
  DirectoryHeldEvent,
  DirectoryReleasedEvent,
  Email,
  EndpointDisabledEvent,
  EndpointTestEvent,
  EventGroup,
  EventUser,
  GroupCreatedEvent,
  GroupDeletedEvent,
  GroupGroupAddedEvent,
  GroupGroupRemovedEvent,
  GroupPrevious,
  GroupReference,
  GroupUpdatedEvent,
  GroupUserAddedEvent,
  GroupUserRemovedEvent,
  PhoneNumber,
  UserCreatedEvent,
  UserDeactivatedEvent,
  UserDeletedEvent,
  UserPrevious,
  UserReactivatedEvent,
  UserReference,
  UserUpdatedEvent,
  WebhookEndpoint,
  WebhookEndpointReplay,
  WebhookEvent,
} from './generated/events.ts';
export type { WebhookHeadersInput } from './headers.ts';
export {
  createReceiver,
  type EventOf,
  type EventPattern,
  type Receiver,
  type ReceiverOptions,
  type ReceiveResult,
} from './receiver.ts';
export type { WebhookKeySet, WebhookSecret, WebhookSecrets } from './secret.ts';
export { sign, type SignOptions, type WebhookHeaders, type WebhookMessage } from './sign.ts';
export {
  safeVerify,
  verify,
  verifyBytes,
  type VerifyOptions,
  type VerifyResult,
  type WebhookInput,
} from './verify.ts';
