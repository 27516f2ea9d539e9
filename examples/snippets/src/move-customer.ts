import type { Directory, Dirsync } from '@dirsync/client';

/** A customer whose directory is still elsewhere. */
export interface OldCustomer {
  /** Your own id of the customer. */
  readonly id: string;
  readonly name: string;
  readonly provider: Directory['provider'];
}

/** What the customer's administrator enters at the identity provider instead of the old address and token. */
export interface NewConnection {
  readonly directoryId: string;
  readonly baseUrl: string;
  readonly token: string;
}

/** Makes the directory of a customer; when it is called again within a day, for instance after a crash, no second one. */
export async function moveCustomer(dirsync: Dirsync, customer: OldCustomer): Promise<NewConnection> {
  const { id: organizationId, name, provider } = customer;
  const idempotencyKey = `move-${organizationId}`;
  const directory = await dirsync.directories.create({ name, provider, organizationId }, { idempotencyKey });
  const { token } = await dirsync.directories.tokens.create(directory.id, {}, { idempotencyKey });
  return { directoryId: directory.id, baseUrl: directory.scim.baseUrl, token };
}
