import { randomBytes } from 'node:crypto';

/** A new secret for the signatures of an endpoint, in the form of Standard Webhooks. */
export function createEndpointSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
