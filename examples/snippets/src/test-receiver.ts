import { createReceiver } from '@dirsync/webhooks';
import { createEvent, createRequest, testSecret } from '@dirsync/webhooks/testing';

/** In a test of your own: what happens when somebody is deactivated. */
export async function deactivate(userId: string, suspend: (id: string) => unknown): Promise<number> {
  const receiver = createReceiver({ secrets: [testSecret] }).on('user.deactivated', ({ data }) =>
    suspend(data.user.id),
  );
  const event = createEvent('user.deactivated', { data: { user: { id: userId } } });
  const { status } = await receiver(await createRequest(event));
  return status;
}
