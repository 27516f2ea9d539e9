import { toNextRoute } from '@dirsync/webhooks/next';
import { createWebhooks } from '../../lib/webhooks';

export const POST = toNextRoute(createWebhooks);
