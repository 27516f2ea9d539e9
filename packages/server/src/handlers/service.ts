import type { HandlersOf } from '../contract.ts';
import contract from '../generated/openapi.json' with { type: 'json' };
import { docsPage } from '../http/docs-page.ts';
import { ProblemError } from '../http/problem.ts';
import { isReachable } from '../store/reachability.ts';
import type { Services } from './services.ts';

/** What orchestrators and readers ask of the process itself. */
export function serviceHandlers({ database, isServing }: Services): HandlersOf<'Service'> {
  return {
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),

    async getReadiness() {
      if (isServing() && (await isReachable(database))) return { status: 200, body: { status: 'ready' } };
      throw new ProblemError('unavailable', 'The server starts, stops, or cannot reach its database.');
    },

    getOpenapi: () => ({ status: 200, body: contract }),

    getDocs: () => ({ status: 200, body: docsPage.html, headers: docsPage.headers }),
  };
}
