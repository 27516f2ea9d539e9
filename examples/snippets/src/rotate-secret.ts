import type { Dirsync } from '@dirsync/client';

/** Makes a new secret; for two days messages are signed with the old one too. */
export async function rotateSecret(
  dirsync: Dirsync,
  endpointId: string,
  save: (secret: string, oldUntil: string) => Promise<void>,
): Promise<void> {
  const { secret, previousSecretExpiresAt } = await dirsync.webhookEndpoints.rotateSecret(endpointId, {
    overlapSeconds: 172_800,
  });
  await save(secret, previousSecretExpiresAt);
}
