import { createReceiver } from '@dirsync/webhooks';
import { withDiagnosis } from '@dirsync/webhooks/diagnose';
import { toNodeHandler } from '@dirsync/webhooks/node';

const secrets = [process.env['WEBHOOK_SECRET']];

// In production (NODE_ENV) it is the receiver itself.
export const handler = toNodeHandler(withDiagnosis(createReceiver({ secrets }), { secrets }));
