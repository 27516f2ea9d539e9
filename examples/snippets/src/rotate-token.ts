import type { Dirsync } from '@dirsync/client';

/** A directory can have several tokens: make the new one, have it entered, then revoke the old one. */
export async function createSecondToken(dirsync: Dirsync, directoryId: string): Promise<string> {
  const { token } = await dirsync.directories.tokens.create(directoryId);
  return token;
}

/** Revokes all tokens but the newest. From then on a request with one of them gets 401. */
export async function revokeOldTokens(dirsync: Dirsync, directoryId: string): Promise<void> {
  const tokens = [];
  for await (const token of dirsync.directories.tokens.list({ directoryId })) tokens.push(token);
  const [, ...old] = tokens.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  for (const { id } of old) await dirsync.directories.tokens.revoke({ directoryId, tokenId: id });
}
