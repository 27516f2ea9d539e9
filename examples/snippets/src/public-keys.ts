import { createReceiver } from '@dirsync/webhooks';
import { createJwks } from '@dirsync/webhooks/jwks';

const { DIRSYNC_URL = 'http://127.0.0.1:8080', ENDPOINT_ID = '' } = process.env;

// Loaded at the first webhook, kept for some minutes, and loaded again when a signature is by an unknown key.
const jwks = createJwks(`${DIRSYNC_URL}/.well-known/jwks.json?endpointId=${ENDPOINT_ID}`);

export const receiver = createReceiver({ secrets: [jwks] });
