import { toNextApiRoute } from '@dirsync/webhooks/next';
import { createWebhooks } from '../../lib/webhooks';

/** What is signed are the bytes: Next must not parse them. */
export const config = { api: { bodyParser: false } };

export default toNextApiRoute(createWebhooks);
