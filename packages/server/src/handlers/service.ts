import type { HandlersOf } from '../contract.ts';
import contract from '../generated/openapi.json' with { type: 'json' };
import { toJsonWebKey } from '../delivery/json-web-key.ts';
import { docsPage } from '../http/docs-page.ts';
import { unavailable } from '../http/retry-later.ts';
import { notFound } from '../http/problem.ts';
import { createReachability } from '../store/reachability.ts';
import { getPublicKeys } from '../store/webhook-endpoints.ts';
import { asJsonText } from './json-text.ts';
import type { Services } from './services.ts';

/** Written once: anybody may ask for it. */
const contractText = asJsonText<typeof contract>(JSON.stringify(contract));

const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** What orchestrators and readers ask of the process itself. */
export function serviceHandlers(services: Services): HandlersOf<'Service'> {
  const { database, isServing, metricsText, now } = services;
  const isReachable = createReachability(database);
  return {
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),

    async getReadiness() {
      if (isServing() && (await isReachable())) return { status: 200, body: { status: 'ready' } };
      throw unavailable('The server starts, stops, or cannot reach its database.');
    },

    async getMetrics() {
      // Without metrics nobody is authenticated for them.
      const body = (await metricsText?.()) ?? '';
      return { status: 200, body, headers: { 'content-type': metricsContentType } };
    },

    async getJwks({ query }) {
      const keys = await getPublicKeys(database, query.endpointId, now?.());
      if (keys === undefined) throw notFound('webhook endpoint', query.endpointId);
      return {
        status: 200,
        body: { keys: keys.map(toJsonWebKey) },
        headers: { 'Cache-Control': 'public, max-age=300', 'content-type': 'application/jwk-set+json' },
      };
    },

    getOpenapi: () => ({ status: 200, body: contractText }),

    getDocs: () => ({ status: 200, body: docsPage.html, headers: docsPage.headers }),
  };
}
