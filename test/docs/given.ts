// What examples take as given: what a reader has of their own. An example that names one of these, and does not declare it
// itself, gets it.
import type { CursorStore, Dirsync } from '@dirsync/client';
import type { MirrorStore } from '@dirsync/client/mirror';
import type { MockDirsync } from '@dirsync/client/testing';
import type { Receiver, UnknownWebhookEvent, WebhookEvent } from '@dirsync/webhooks';
import type { Pool } from 'pg';

export { equal } from 'node:assert/strict';
export { createServer } from 'node:http';
export { setupServer } from 'msw/node';

export declare const apiKey: string;
export declare const baseUrl: string;
export declare const directoryId: string;
export declare const userId: string;
export declare const groupId: string;
export declare const endpointId: string;
export declare const secrets: readonly string[];
export declare const url: string;
export declare const body: string;
export declare const headers: Record<string, string>;
export declare const request: Request;
export declare const signal: AbortSignal;
export declare const error: unknown;
export declare const isShutDown: boolean;

export declare const dirsync: Dirsync;
export declare const cursorStore: CursorStore;
export declare const store: MirrorStore;
/** With the directory, the user and the group in it. */
export declare const mock: MockDirsync;
export declare const handler: (event: object) => Promise<void>;
export declare const receiver: Receiver;
export declare const createWebhooks: () => Receiver;
export declare const event: WebhookEvent | UnknownWebhookEvent;

export declare function isMigrating(): Promise<boolean>;
export declare function isOurCustomer(event: object): boolean;
export declare function suspend(id: string): Promise<void>;
export declare function refresh(id: string): Promise<void>;
export declare function refreshGroup(id: string): Promise<void>;
export declare function handle(event: object): Promise<void>;
export declare function invite(about: unknown): Promise<void>;

/** Of Express, Fastify or Hono. */
export declare const app: {
  mount(path: string, handler: (request: Request) => Promise<Response>): void;
  use(path: string, handler: (...parameters: never[]) => unknown): void;
  post(path: string, handler: (...parameters: never[]) => unknown): void;
  register(plugin: (...parameters: never[]) => unknown, options: object): Promise<void>;
  addContentTypeParser(
    type: string,
    options: { parseAs: 'buffer' },
    parser: (request: unknown, body: Uint8Array, done: (error: null, body: unknown) => void) => void,
  ): void;
};

export declare const pool: Pool;
export declare const migration: { query(text: string): Promise<void> };
export declare const queue: { push(bytes: Uint8Array): Promise<void> };

/** Of postgres.js. */
export interface TransactionSql {
  unsafe(text: string, values: unknown[]): Promise<readonly unknown[]>;
}
export declare const sql: {
  begin<Result>(work: (transaction: TransactionSql) => Promise<Result>): Promise<Result>;
};

/** Of a database of the reader's choice. */
export interface Transaction {
  insertUnlessPresent(table: string, id: string): Promise<boolean>;
}
export declare const database: {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
};
