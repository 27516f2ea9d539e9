import { createReceiver } from '@dirsync/webhooks';
import { toLambdaHandler } from '@dirsync/webhooks/lambda';

const receiver = createReceiver({ secrets: [process.env['WEBHOOK_SECRET']] })
  .on('user.created', async ({ data }) => console.log('invite', data.user.email))
  .on('user.deactivated', async ({ data }) => console.log('end the sessions of', data.user.email));

export const handler = toLambdaHandler(receiver);
