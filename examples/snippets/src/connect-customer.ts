import type { Dirsync } from '@dirsync/client';

/** What the customer's administrator enters at their identity provider. */
export interface Connection {
  readonly directoryId: string;
  readonly baseUrl: string;
  readonly token: string;
}

/** Makes a directory for a customer, and the token that opens it. */
export async function connectCustomer(
  dirsync: Dirsync,
  customer: { readonly id: string; readonly name: string; readonly provider: 'okta' | 'entra' | 'generic' },
): Promise<Connection> {
  const directory = await dirsync.directories.create({
    name: customer.name,
    provider: customer.provider,
    organizationId: customer.id,
  });
  // Shown this once: hand it to the administrator and do not keep it.
  const { token } = await dirsync.directories.tokens.create(directory.id);
  return { directoryId: directory.id, baseUrl: directory.scim.baseUrl, token };
}

/** Whether the identity provider has called: `pending` becomes `active` with its first request. */
export async function isConnected(dirsync: Dirsync, directoryId: string): Promise<boolean> {
  const { state } = await dirsync.directories.get(directoryId);
  return state !== 'pending';
}
