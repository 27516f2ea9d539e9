import { createReceiver } from '@dirsync/webhooks';
import { toFastifyPlugin } from '@dirsync/webhooks/fastify';
import Fastify from 'fastify';

const receiver = createReceiver({ secrets: [process.env['WEBHOOK_SECRET']] }).on(
  'user.deactivated',
  async ({ data }) => console.log('end the sessions of', data.user.email),
);

export const app = Fastify();
app.register(toFastifyPlugin(receiver), { path: '/webhooks' });
