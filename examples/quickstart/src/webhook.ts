import { createServer } from 'node:http';
import { createReceiver } from '@dirsync/webhooks';
import { toNodeHandler } from '@dirsync/webhooks/node';

const { WEBHOOK_SECRET, PORT = 3000 } = process.env;

const receiver = createReceiver({ secrets: [WEBHOOK_SECRET] })
  .on('user.created', ({ data }) => console.log('invite', data.user.email))
  .on('user.deactivated', ({ data }) => console.log('end the sessions of', data.user.email))
  .on('group.user_added', ({ data }) => console.log('let', data.user.email, 'into', data.group.displayName));

createServer(toNodeHandler(receiver)).listen(PORT, () => console.log('waiting for webhooks'));
