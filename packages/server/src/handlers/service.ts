import type { HandlersOf } from '../contract.ts';
import contract from '../generated/openapi.json' with { type: 'json' };
import { docsPage } from '../http/docs-page.ts';
import { unavailable } from '../http/retry-later.ts';
import { createReachability } from '../store/reachability.ts';
import { asJsonText } from './json-text.ts';
import type { Services } from './services.ts';

/** Written once: anybody may ask for it. */
const contractText = asJsonText<typeof contract>(JSON.stringify(contract));

const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** What orchestrators and readers ask of the process itself. */
export function serviceHandlers(services: Services): HandlersOf<'Service'> {
  const { database, isServing, metricsText } = services;
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

    getOpenapi: () => ({ status: 200, body: contractText }),

    getDocs: () => ({ status: 200, body: docsPage.html, headers: docsPage.headers }),
  };
}
