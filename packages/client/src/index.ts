/**
 * The typed client of dirsync's directory API. It begins with `createDirsync`, whose result has a method for every
 * operation: `dirsync.users.list(…)` of `UsersResource`, `dirsync.events.consume(…)` of `EventsResource`, and so on.
 *
 * @packageDocumentation
 */
export { createDirsync } from './client.ts';
export type { Dirsync, DirsyncOptions } from './client.ts';
export type { DirectoryEvent, EventList, User, UserList } from './attributes.ts';
export { memoryCursorStore } from './cursor-store.ts';
export type { CursorStore } from './cursor-store.ts';
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  CursorExpiredError,
  DirsyncError,
  EventGapError,
  InvalidRequestError,
  NotFoundError,
  PaginationError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from './errors.ts';
export type { ApiErrorInit, DirsyncErrorCode } from './errors.ts';
export type {
  ApiKey,
  ApiKeyCreated,
  ApiKeyInput,
  ApiKeyList,
  CustomAttributes,
  Delivery,
  DeliveryAttempt,
  DeliveryDetail,
  DeliveryList,
  DeliveryState,
  Directory,
  DirectoryInput,
  DirectoryLenience,
  DirectoryLenienceList,
  DirectoryList,
  DirectoryProvider,
  DirectoryRelease,
  DirectorySafeguard,
  DirectoryState,
  DirectoryToken,
  DirectoryTokenCreated,
  DirectoryTokenInput,
  DirectoryTokenList,
  DirectoryUpdate,
  Email,
  EventType,
  Group,
  GroupList,
  GroupMember,
  GroupMemberList,
  Lenience,
  PhoneNumber,
  Problem,
  ProblemCode,
  ProblemError,
  WebhookEndpoint,
  WebhookEndpointCreated,
  WebhookEndpointInput,
  WebhookEndpointList,
  WebhookEndpointDisabledReason,
  WebhookEndpointReplay,
  WebhookEndpointReplayInput,
  WebhookEndpointSecret,
  WebhookEndpointSecretInput,
  WebhookEndpointUpdate,
  WebhookEventType,
  WebhookSignatureVersion,
  operations,
  paths,
} from './generated/api.ts';
export type { Listing, Page } from './pagination.ts';
export type { ListOptions, RequestOptions, ResponseInfo } from './request-options.ts';
export type { ApiKeysResource } from './resources/api-keys.ts';
export type { DeliveriesResource } from './resources/deliveries.ts';
export type { DirectoriesResource, DirectoryTokensResource } from './resources/directories.ts';
export type { ConsumeEventsOptions, EventsResource } from './resources/events.ts';
export type { GroupsResource } from './resources/groups.ts';
export type { UsersResource } from './resources/users.ts';
export type { WebhookEndpointsResource } from './resources/webhook-endpoints.ts';
export type { Fetch } from './retry.ts';
export type { Sleep } from './sleep.ts';
export type { DirsyncHttp } from './transport.ts';
