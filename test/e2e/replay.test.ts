import { expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { createClock } from '../harness/clock.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ReceivedWebhook } from '../harness/receiver.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { subscribe } from '../harness/subscribe.ts';
import { createTenant } from '../harness/tenant.ts';

/** Starts two processes. */
const timeout = 120_000;
const patience = { timeout: 30_000 };

const changes = 20;

const bodiesOf = (webhooks: readonly ReceivedWebhook[]): ReadonlyMap<string, string> =>
  new Map(webhooks.map(({ id, body }) => [id, body]));

describeEachInstallation('A replay', (installation) => {
  it(
    'repeats the same events in their order, survives a kill -9, and lets what is new follow',
    { timeout },
    async () => {
      const clock = createClock();
      await using receiver = await startReceiver(clock);
      let server = await installation().start(clock.options);
      try {
        const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
        const { scim, dirsync, directoryId } = tenant;
        const { eventCursor: after } = await dirsync.users.list({ directoryId });
        const { id } = await subscribe(tenant, receiver);
        const user = idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'ada' }));
        const setTitle = async (value: string): Promise<void> => {
          const patch = patchRequest({ op: 'add', path: 'title', value });
          expect((await scim.patch(`/Users/${user}`, patch)).status).toBe(200);
        };
        for (let n = 0; n < changes; n += 1) await setTitle(`title ${n}`);
        const total = 2 + changes;
        const originals = await receiver.accept(total);

        receiver.mode = 'hang';
        expect(await dirsync.webhookEndpoints.replay(id, { after })).toMatchObject({
          replay: { after, finishedAt: null },
        });
        await receiver.receive(total + 1);
        await setTitle('the last');
        await server.kill();
        receiver.mode = 'accept';
        const isRepeated = ({ isReplay, answered }: ReceivedWebhook): boolean =>
          isReplay && answered === 'accept';

        server = await installation().start(clock.options);
        // The killed one's leases have to end.
        clock.pass(61);
        const repeated = () => receiver.received.filter(isRepeated);
        await expect.poll(() => new Set(repeated().map((one) => one.id)).size, patience).toBe(total);
        expect(bodiesOf(repeated())).toEqual(bodiesOf(originals));
        const live = await receiver.accept(total + 1);
        expect(live.at(-1)).toMatchObject({
          isReplay: false,
          event: { data: { user: { title: 'the last' } } },
        });
        // In order: each of them waited for the one before it.
        const sequences = repeated().map(({ event }) => Number((event as { sequence?: unknown }).sequence));
        const ofUser = sequences.filter((sequence) => sequence > 1);
        expect(ofUser).toEqual(ofUser.toSorted((one, other) => one - other));
        const { replay } = await createClient(server).webhookEndpoints.get(id);
        expect(replay).toMatchObject({ deliveries: total, progress: 1, finishedAt: expect.any(String) });
      } finally {
        await server.kill();
        clock.remove();
      }
    },
  );
});
