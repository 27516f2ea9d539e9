import { createReceiver } from '@dirsync/webhooks';
import { toHonoHandler } from '@dirsync/webhooks/hono';
import { Hono } from 'hono';

const receiver = createReceiver({ secrets: [process.env['WEBHOOK_SECRET']] }).on(
  'user.deactivated',
  async ({ data }) => console.log('end the sessions of', data.user.email),
);

export const app = new Hono();
app.post('/webhooks', toHonoHandler(receiver));
