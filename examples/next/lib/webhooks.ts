import { createReceiver, type Receiver } from '@dirsync/webhooks';

/** What the product does with each event. Called at the first request: `next build` has no secrets. */
export function createWebhooks(): Receiver {
  return createReceiver({ secrets: [process.env['WEBHOOK_SECRET'], process.env['OLD_WEBHOOK_SECRET']] })
    .on('user.created', ({ data }) => console.log('invite', data.user.email))
    .on('user.deactivated', ({ data }) => console.log('end the sessions of', data.user.email));
}
