import type { Dirsync } from './client.ts';
import type { operations } from './generated/api.ts';

/** An operation of the contract. */
export type OperationId = keyof operations;

/** The names of a client's methods, such as `directories.tokens.create`. */
export type MethodName<Client> = {
  [Key in keyof Client & string]: Client[Key] extends (...args: never[]) => unknown
    ? Key
    : `${Key}.${MethodName<Client[Key]>}`;
}[keyof Client & string];

/** The method of a client that has this name. */
export type MethodNamed<Client, Name extends string> = Name extends `${infer Key}.${infer Rest}`
  ? MethodNamed<Client[Key & keyof Client], Rest>
  : Client[Name & keyof Client];

/** What is wrong with a table of methods, as sentences; `never` when nothing is. */
export type MethodFault<Table, Operations, Client> =
  | `${Exclude<keyof Operations, keyof Table> & string} is an operation without a method`
  | `${Exclude<keyof Table, keyof Operations> & string} is no operation of the contract`
  | `${Exclude<Table[keyof Table] & string, MethodName<Client>>} is no method of the client`
  | `${Exclude<MethodName<Client>, Table[keyof Table]>} is a method without an operation`;

/** The part of the client that is the API: not `http`, which is under it, and not what combines operations. */
interface OperationClient extends Omit<Dirsync, 'http' | 'events'> {
  readonly events: Omit<Dirsync['events'], 'consume'>;
}

/** The method of each operation of the contract. */
export const operationMethods = {
  createDirectory: 'directories.create',
  listDirectories: 'directories.list',
  getDirectory: 'directories.get',
  updateDirectory: 'directories.update',
  deleteDirectory: 'directories.delete',
  releaseDirectory: 'directories.release',
  listDirectoryLeniences: 'directories.listLeniences',
  createDirectoryToken: 'directories.tokens.create',
  listDirectoryTokens: 'directories.tokens.list',
  revokeDirectoryToken: 'directories.tokens.revoke',
  listUsers: 'users.list',
  getUser: 'users.get',
  listUserGroups: 'users.listGroups',
  eraseUserData: 'users.eraseData',
  listGroups: 'groups.list',
  getGroup: 'groups.get',
  listGroupMembers: 'groups.listMembers',
  listEvents: 'events.list',
  getEvent: 'events.get',
  createWebhookEndpoint: 'webhookEndpoints.create',
  listWebhookEndpoints: 'webhookEndpoints.list',
  getWebhookEndpoint: 'webhookEndpoints.get',
  updateWebhookEndpoint: 'webhookEndpoints.update',
  deleteWebhookEndpoint: 'webhookEndpoints.delete',
  rotateWebhookEndpointSecret: 'webhookEndpoints.rotateSecret',
  testWebhookEndpoint: 'webhookEndpoints.test',
  replayWebhookEndpoint: 'webhookEndpoints.replay',
  listDeliveries: 'deliveries.list',
  getDelivery: 'deliveries.get',
  retryDelivery: 'deliveries.retry',
  createApiKey: 'apiKeys.create',
  listApiKeys: 'apiKeys.list',
  revokeApiKey: 'apiKeys.revoke',
} as const;

type None<Fault extends never> = Fault;

/** Does not compile when an operation has no method, or a method no operation: the error says which. */
export type NoMethodFault = None<MethodFault<typeof operationMethods, operations, OperationClient>>;
