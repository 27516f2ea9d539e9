import { v7 as uuidV7 } from 'uuid';
import type { components } from '../generated/api.ts';
import type { HandlersOf } from '../contract.ts';
import { checkWebhookUrl } from '../delivery/address-guard.ts';
import { createEndpointSecret } from '../delivery/endpoint-secret.ts';
import { ProblemError, notFound } from '../http/problem.ts';
import {
  deleteWebhookEndpoint,
  findUnknownDirectories,
  getWebhookEndpoint,
  insertWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookEndpointSecret,
  updateWebhookEndpoint,
} from '../store/webhook-endpoints.ts';
import type { WebhookEndpointRow } from '../store/webhook-endpoints.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

const defaultOverlapSeconds = 86_400;

type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
type Targets = Pick<components['schemas']['WebhookEndpointUpdate'], 'url' | 'directoryIds'>;

/** Where events are sent to, and with which secrets they are signed. */
export function webhookEndpointsHandlers(services: Services): HandlersOf<'Webhook endpoints'> {
  const { database, secretBox, wake } = services;
  return {
    async createWebhookEndpoint({ principal, body }) {
      const { environmentId } = principal;
      await assertTargets(services, environmentId, body);
      const id = uuidV7();
      const secret = createEndpointSecret();
      const secretEncrypted = secretBox.encrypt(secret, id);
      const row = await insertWebhookEndpoint(database, { ...body, id, environmentId, secretEncrypted });
      return { status: 201, body: { ...toWebhookEndpoint(row), secret } };
    },

    async listWebhookEndpoints({ principal, query }) {
      const { limit = defaultLimit } = query;
      const after = readCursor(query.after)?.after;
      const rows = await listWebhookEndpoints(database, principal.environmentId, {
        limit: limit + 1,
        ...(after !== undefined && { after }),
      });
      return { status: 200, body: toPage(rows, limit, toWebhookEndpoint) };
    },

    async getWebhookEndpoint({ principal, path }) {
      const row = await getWebhookEndpoint(database, principal.environmentId, path.endpointId);
      if (row === undefined) throw notFound('webhook endpoint', path.endpointId);
      return { status: 200, body: toWebhookEndpoint(row) };
    },

    async updateWebhookEndpoint({ principal, path, body }) {
      await assertTargets(services, principal.environmentId, body);
      const row = await updateWebhookEndpoint(database, principal.environmentId, path.endpointId, body);
      if (row === undefined) throw notFound('webhook endpoint', path.endpointId);
      wake.notify('dirsync_deliveries');
      return { status: 200, body: toWebhookEndpoint(row) };
    },

    async deleteWebhookEndpoint({ principal, path }) {
      const isDeleted = await deleteWebhookEndpoint(database, principal.environmentId, path.endpointId);
      if (!isDeleted) throw notFound('webhook endpoint', path.endpointId);
      return { status: 204 };
    },

    async rotateWebhookEndpointSecret({ principal, path, body }) {
      const { endpointId } = path;
      const secret = createEndpointSecret();
      const rotated = await rotateWebhookEndpointSecret(
        database,
        principal.environmentId,
        endpointId,
        secretBox.encrypt(secret, endpointId),
        body?.overlapSeconds ?? defaultOverlapSeconds,
      );
      if (rotated === undefined) throw notFound('webhook endpoint', endpointId);
      return { status: 200, body: { secret, previousSecretExpiresAt: rotated.previousSecretExpiresAt } };
    },
  };
}

/** Refuses an address that deliveries would refuse, and directories that are not there. */
async function assertTargets(services: Services, environmentId: string, targets: Targets): Promise<void> {
  const fault = targets.url === undefined ? undefined : checkWebhookUrl(targets.url, services.webhookPolicy);
  if (fault !== undefined)
    throw new ProblemError('invalid_request', fault, [{ path: '/url', message: fault }]);
  const unknown = await findUnknownDirectories(services.database, environmentId, targets.directoryIds ?? []);
  if (unknown.length > 0) {
    const message = `There is no directory with the id ${unknown.map((id) => `"${id}"`).join(', ')}.`;
    throw new ProblemError('invalid_request', message, [{ path: '/directoryIds', message }]);
  }
}

function toWebhookEndpoint(row: WebhookEndpointRow): WebhookEndpoint {
  const { environmentId: _environmentId, eventTypes, directoryIds, ...rest } = row;
  return {
    ...rest,
    // Only the contract's types pass the validator.
    eventTypes: eventTypes as WebhookEndpoint['eventTypes'],
    directoryIds: directoryIds === null ? null : [...directoryIds],
  };
}
