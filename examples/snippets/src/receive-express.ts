import { createReceiver } from '@dirsync/webhooks';
import { toNodeHandler } from '@dirsync/webhooks/node';
import express from 'express';

const receiver = createReceiver({ secrets: [process.env['WEBHOOK_SECRET']] })
  .on('user.created', async ({ data }) => console.log('invite', data.user.email))
  .on('user.deactivated', async ({ data }) => console.log('end the sessions of', data.user.email));

export const app = express();
app.post('/webhooks', toNodeHandler(receiver)); // before express.json()
app.use(express.json());
