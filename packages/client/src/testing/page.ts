import { MockFailure } from './failure.ts';
import type { State } from './state.ts';

/** A page of resources in the order of their ids. */
export function pageOf<Resource extends { readonly id: string }>(
  resources: Iterable<Resource>,
  { after, limit = 100 }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): { data: Resource[]; nextCursor: string | null } {
  const sorted = [...resources].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const behind = sorted.filter(({ id }) => after === undefined || id > after);
  const data = behind.slice(0, limit);
  return { data, nextCursor: behind.length > limit ? (data.at(-1)?.id ?? null) : null };
}

/** A page that also says where the log is; its cursor keeps what the first page said. */
export function pageWithEventCursor<Resource extends { readonly id: string }>(
  { log }: State,
  resources: Iterable<Resource>,
  { after, limit }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): { data: Resource[]; nextCursor: string | null; eventCursor: string } {
  const [lastId, eventCursor = eventCursorAt(log.length)] = after?.split('~') ?? [];
  const { data, nextCursor } = pageOf(resources, { after: lastId, limit });
  return { data, nextCursor: nextCursor && `${nextCursor}~${eventCursor}`, eventCursor };
}

export function eventCursorAt(position: number): string {
  return `event-${position}`;
}

export function positionOf(cursor: string | undefined, { log }: State): number {
  if (cursor === undefined) return 0;
  const position = Number(/^event-(\d+)$/.exec(cursor)?.[1] ?? Number.NaN);
  if (position <= log.length) return position;
  throw new MockFailure(
    400,
    'cursor_invalid',
    'The cursor in "after" was not given by this mock since it was reset.',
  );
}
