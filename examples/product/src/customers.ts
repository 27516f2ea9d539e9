import { randomUUID } from 'node:crypto';
import type { Dirsync } from '@dirsync/client';
import type { Store } from './store.ts';

/** What a new customer's administrator enters at the identity provider. */
export interface Connection {
  readonly customerId: string;
  readonly scimBaseUrl: string;
  readonly token: string;
}

/** The identity providers that this product offers on its set-up page. */
export type Provider = 'okta' | 'entra' | 'onelogin' | 'jumpcloud' | 'generic';

/** Signs up a customer: a directory at dirsync that knows our id of them, and a token for it. */
export async function addCustomer(
  { dirsync, store }: { readonly dirsync: Dirsync; readonly store: Store },
  { name, provider }: { readonly name: string; readonly provider: Provider },
): Promise<Connection> {
  const customerId = randomUUID();
  const directory = await dirsync.directories.create({ name, provider, organizationId: customerId });
  store.addCustomer({ id: customerId, name, directoryId: directory.id });
  const { token } = await dirsync.directories.tokens.create(directory.id);
  return { customerId, scimBaseUrl: directory.scim.baseUrl, token };
}
