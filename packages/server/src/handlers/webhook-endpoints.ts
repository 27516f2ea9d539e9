import type { components } from '../generated/api.ts';
import type { HandlersOf } from '../contract.ts';
import { checkWebhookUrl } from '../delivery/address-guard.ts';
import { changeEndpoint } from '../delivery/change-endpoint.ts';
import { createEndpointKeys } from '../delivery/endpoint-keys.ts';
import { toWebhookEndpoint } from '../delivery/endpoint-view.ts';
import { startReplay } from '../delivery/replay.ts';
import type { ReplayFault } from '../delivery/replay.ts';
import { testEndpoint } from '../delivery/test-endpoint.ts';
import { decodeEventCursor } from '../directory/cursor.ts';
import { ProblemError, notFound } from '../http/problem.ts';
import { newId } from '../store/new-id.ts';
import {
  deleteWebhookEndpoint,
  findUnknownDirectories,
  getWebhookEndpoint,
  insertWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookEndpointKeys,
} from '../store/webhook-endpoints.ts';
import { toDelivery } from './deliveries.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

const defaultOverlapSeconds = 86_400;

type Targets = Pick<components['schemas']['WebhookEndpointUpdate'], 'url' | 'directoryIds'>;

/** Where events are sent to, and with which secrets they are signed. */
export function webhookEndpointsHandlers(services: Services): HandlersOf<'Webhook endpoints'> {
  const { database, secretBox, wake, now } = services;
  return {
    async createWebhookEndpoint({ principal, body }) {
      const { environmentId } = principal;
      await assertTargets(services, environmentId, body);
      const id = newId();
      const { secret, stored } = createEndpointKeys(secretBox, id);
      const row = await insertWebhookEndpoint(database, { ...body, id, environmentId, ...stored });
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
      const { endpointId } = path;
      const row = await changeEndpoint(database, principal.environmentId, endpointId, body, now?.());
      if (row === undefined) throw notFound('webhook endpoint', endpointId);
      if (row === 'cursor-expired') throw new ProblemError('cursor_expired', resumeExpired);
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
      const { secret, stored } = createEndpointKeys(secretBox, endpointId);
      const { publicKey } = stored;
      const { overlapSeconds = defaultOverlapSeconds } = body ?? {};
      const rotated = await rotateWebhookEndpointKeys(
        ...([database, principal.environmentId, endpointId, stored] as const),
        { overlapSeconds, now: now?.() },
      );
      if (rotated === undefined) throw notFound('webhook endpoint', endpointId);
      return { status: 200, body: { secret, publicKey, ...rotated } };
    },

    async testWebhookEndpoint({ principal, path }) {
      const { endpointId } = path;
      const delivery = await testEndpoint(database, principal.environmentId, endpointId, now?.());
      if (delivery === undefined) throw notFound('webhook endpoint', endpointId);
      if (delivery === 'disabled') {
        throw new ProblemError('conflict', 'The webhook endpoint is disabled: enable it, then test it.');
      }
      wake.notify('dirsync_deliveries');
      return { status: 201, body: toDelivery(delivery) };
    },

    async replayWebhookEndpoint({ principal, path, body }) {
      const { endpointId } = path;
      const after = decodeEventCursor(body.after);
      if (after === undefined) throw replayProblem('cursor-ahead', endpointId);
      const row = await startReplay(database, principal.environmentId, endpointId, after, now?.());
      if (typeof row === 'string') throw replayProblem(row, endpointId);
      wake.notify('dirsync_deliveries');
      return { status: 200, body: toWebhookEndpoint(row) };
    },
  };
}

const resumeExpired =
  'Events behind the resumeCursor of this endpoint are no longer kept. List users and groups again, replay the endpoint from their eventCursor, and enable it then.';

function replayProblem(fault: ReplayFault, endpointId: string): ProblemError {
  switch (fault) {
    case 'not-found':
      return notFound('webhook endpoint', endpointId);
    case 'cursor-ahead':
      return new ProblemError(
        'cursor_invalid',
        'The cursor in "after" was not given by this server, or is ahead of its log; pass a nextCursor or an eventCursor.',
      );
    case 'cursor-expired':
      return new ProblemError(
        'cursor_expired',
        'Events behind this cursor are no longer kept. List users and groups again, and replay from their eventCursor.',
      );
    case 'not-reached':
      return new ProblemError(
        'conflict',
        'The endpoint has not been given everything before this cursor: a replay goes on, or it is disabled. A replay that begins earlier takes over; this one would leave events out.',
      );
  }
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
