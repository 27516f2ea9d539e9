import { createReceiver, Drop } from '@dirsync/webhooks';
import type { Receiver, WebhookSecrets } from '@dirsync/webhooks';
import type { PostgresStore } from '@dirsync/webhooks/postgres';
import type { PoolClient } from 'pg';

/**
 * What each event means to the product's tables. A handler gets the connection whose transaction also remembers the
 * event: it is handled once, however often it comes, and an older state that comes late changes nothing.
 */
export function createWebhooks(
  secrets: WebhookSecrets,
  store: PostgresStore<PoolClient>,
): Receiver<PoolClient> {
  return createReceiver({ secrets, store })
    .on('*', (event) => {
      // A directory that was made by hand belongs to no customer: nothing to do, and no reason to send it again.
      if ('directoryId' in event && event.organizationId === null) throw new Drop('no customer of ours');
    })
    .on('user.*', async ({ type, organizationId, data: { user } }, client) => {
      if (type === 'user.deleted') {
        await client.query('delete from people where id = $1', [user.id]);
        return;
      }
      await client.query(
        `insert into people (id, organization_id, email, display_name, is_active) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set email = excluded.email, display_name = excluded.display_name,
           is_active = excluded.is_active`,
        [user.id, organizationId, user.email, user.displayName, user.active],
      );
      // By the state and not by the type: when it comes late, it still says what is.
      if (!user.active) await client.query('insert into ended_sessions (person_id) values ($1)', [user.id]);
    })
    .on('group.user_added', async ({ data: { group, user } }, client) => {
      await client.query('insert into team_members values ($1, $2) on conflict do nothing', [
        group.id,
        user.id,
      ]);
    })
    .on('group.user_removed', async ({ data: { group, user } }, client) => {
      await client.query('delete from team_members where team_id = $1 and person_id = $2', [
        group.id,
        user.id,
      ]);
    });
}
