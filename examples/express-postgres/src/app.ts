import type { WebhookSecrets } from '@dirsync/webhooks';
import { toNodeHandler } from '@dirsync/webhooks/node';
import { createPostgresStore } from '@dirsync/webhooks/postgres';
import express from 'express';
import type { Express } from 'express';
import type { Pool } from 'pg';
import { tables } from './tables.ts';
import { createWebhooks } from './webhooks.ts';

/** The product: its webhook endpoint, and a list of people. */
export async function createApp(pool: Pool, secrets: WebhookSecrets): Promise<Express> {
  const store = createPostgresStore({ connect: () => pool.connect() });
  await store.createTables();
  await pool.query(tables);
  // Forgets what nobody sends again.
  setInterval(() => void store.prune().catch(console.error), 86_400_000).unref();

  const app = express();
  // Before express.json(): what is signed are the bytes.
  app.post('/webhooks', toNodeHandler(createWebhooks(secrets, store)));
  app.use(express.json());
  app.get('/customers/:id/people', async (request, response) => {
    const { rows } = await pool.query(
      'select email, display_name, is_active from people where organization_id = $1 order by email',
      [request.params.id],
    );
    response.json(rows);
  });
  return app;
}
