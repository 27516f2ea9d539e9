import { createReceiver, RetryLater } from '@dirsync/webhooks';
import { toHonoHandler } from '@dirsync/webhooks/hono';
import { Hono } from 'hono';

/** What wrangler.jsonc binds. */
interface Bindings {
  readonly WEBHOOK_SECRET: string;
  /** Set during a rotation. */
  readonly OLD_WEBHOOK_SECRET?: string;
  /** The product's own Worker. */
  readonly PRODUCT: { fetch(url: string, init: RequestInit): Promise<Response> };
}

const app = new Hono<{ Bindings: Bindings }>();

app.post('/webhooks', (c) => {
  const { WEBHOOK_SECRET, OLD_WEBHOOK_SECRET, PRODUCT } = c.env;

  async function tellProduct(method: string, path: string): Promise<void> {
    const { ok } = await PRODUCT.fetch(`https://product${path}`, { method });
    // dirsync keeps the event and sends it again.
    if (!ok) throw new RetryLater(60);
  }

  // Made for each request, since a Worker has its secrets only then; the keys stay in memory.
  const receiver = createReceiver({ secrets: [WEBHOOK_SECRET, OLD_WEBHOOK_SECRET] })
    .on('user.deactivated', ({ data }) => tellProduct('DELETE', `/people/${data.user.id}/sessions`))
    .on('group.user_added', ({ data }) =>
      tellProduct('PUT', `/teams/${data.group.id}/members/${data.user.id}`),
    )
    .on('group.user_removed', ({ data }) =>
      tellProduct('DELETE', `/teams/${data.group.id}/members/${data.user.id}`),
    );
  return toHonoHandler(receiver)(c);
});

export default app;
