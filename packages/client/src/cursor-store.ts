/**
 * Where a consumer keeps how far it is. Best in the database that its handler writes to.
 *
 * @example
 * ```ts
 * const store: CursorStore = {
 *   async load() {
 *     const { rows } = await pool.query<{ cursor: string }>('select cursor from progress');
 *     return rows[0]?.cursor;
 *   },
 *   async save(cursor) {
 *     await pool.query('update progress set cursor = $1', [cursor]);
 *   },
 * };
 * ```
 */
export interface CursorStore {
  /** The cursor that was saved last; nothing at the first start. */
  load(): Promise<string | null | undefined> | string | null | undefined;
  /** Keeps the cursor. Called when all events before it are handled. */
  save(cursor: string): Promise<void> | void;
}

/**
 * Keeps the cursor in memory: a restart begins again at `cursor`, or at the oldest event.
 *
 * @example
 * ```ts
 * const { eventCursor } = await dirsync.users.list({ directoryId });
 * await dirsync.events.consume({ cursorStore: memoryCursorStore(eventCursor), handler, signal });
 * ```
 */
export function memoryCursorStore(cursor?: string): CursorStore {
  let kept = cursor;
  return {
    load: () => kept,
    save: (next) => {
      kept = next;
    },
  };
}
