import type { HandlersOf } from '../contract.ts';
import { decodeEventCursor, encodeEventCursor } from '../directory/cursor.ts';
import { ProblemError, notFound } from '../http/problem.ts';
import { getEvent } from '../store/events.ts';
import { asJsonText } from './json-text.ts';
import { defaultLimit } from './page.ts';
import type { Services } from './services.ts';

/** The event log: the same bytes that the webhooks carry. */
export function eventsHandlers({ database, eventReader }: Services): HandlersOf<'Events'> {
  return {
    async listEvents({ principal, query, signal }) {
      const after = query.after === undefined ? undefined : decodeEventCursor(query.after);
      if (query.after !== undefined && after === undefined) {
        const detail =
          'The cursor in "after" was not given by this server; pass a nextCursor or an eventCursor.';
        throw new ProblemError('cursor_invalid', detail);
      }
      const page = await eventReader.list(
        {
          environmentId: principal.environmentId,
          after,
          limit: query.limit ?? defaultLimit,
          ...(query.directoryId !== undefined && { directoryId: query.directoryId }),
          ...(query.types !== undefined && { types: query.types }),
        },
        { waitMs: (query.waitSeconds ?? 0) * 1000, signal },
      );
      if (page.isAhead) {
        const detail =
          'The cursor in "after" is ahead of the log: it is of another server, or of before a restore.';
        throw new ProblemError('cursor_invalid', detail);
      }
      if (page.isExpired) {
        const detail =
          'Events behind the cursor in "after" are no longer kept. List users and groups again and go on from the eventCursor of the first list.';
        throw new ProblemError('cursor_expired', detail);
      }
      const nextCursor = JSON.stringify(encodeEventCursor(page.position));
      const data = page.rows.map(({ body }) => body).join(',');
      return { status: 200, body: asJsonText(`{"data":[${data}],"nextCursor":${nextCursor}}`) };
    },

    async getEvent({ principal, path }) {
      const body = await getEvent(database, principal.environmentId, path.eventId);
      if (body === undefined) throw notFound('event', path.eventId);
      return { status: 200, body: asJsonText(body) };
    },
  };
}
