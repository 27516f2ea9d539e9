import { found } from './failure.ts';
import { nextEvent, readLog } from './log.ts';
import { eventCursorAt, pageOf, positionOf } from './page.ts';
import type { MockHandlers } from './request.ts';
import type { State } from './state.ts';

type EventOperation = 'listEvents' | 'getEvent' | 'createApiKey' | 'listApiKeys' | 'revokeApiKey';

export function eventHandlers(state: State): MockHandlers<EventOperation> {
  const { apiKeys, log } = state;
  return {
    async listEvents({ query, signal }) {
      const { directoryId, types, limit = 100, waitSeconds = 0 } = query;
      const after = positionOf(query.after, state);
      const read = () => readLog(state, { after, limit, directoryId, types });
      const until = Date.now() + waitSeconds * 1000;
      let page = read();
      while (page.data.length === 0 && Date.now() < until && !signal.aborted) {
        await nextEvent(state, until - Date.now(), signal);
        page = read();
      }
      return { data: page.data, nextCursor: eventCursorAt(page.position) };
    },
    getEvent: ({ path: { eventId } }) =>
      found(
        log.find(({ id }) => id === eventId),
        'event',
        eventId,
      ),

    createApiKey({ body }) {
      const id = state.nextId();
      const apiKey = { id, name: body.name, createdAt: state.now(), revokedAt: null };
      apiKeys.set(id, apiKey);
      return { ...apiKey, key: `dsk_mock-${id}` };
    },
    listApiKeys: ({ query }) => pageOf(apiKeys.values(), query),
    revokeApiKey({ path: { apiKeyId } }) {
      const apiKey = found(apiKeys.get(apiKeyId), 'API key', apiKeyId);
      apiKeys.set(apiKeyId, { ...apiKey, revokedAt: apiKey.revokedAt ?? state.now() });
    },
  };
}
