import { isConnectionError } from './connection-error.ts';
import type { Queryable, Statement } from './database.ts';

/** A statement that does for many callers at once what it does for one. It has a row of its own for each item that has any. */
export interface SharedStatement<Item, Row> extends Statement {
  /** The parameters for these items, one or many. */
  readonly valuesOf: (items: readonly Item[]) => readonly unknown[];
  /** Whether a row is that of the item, which stands at this index among the items. */
  readonly isOf: (row: Row, item: Item, index: number) => boolean;
  /** Items that have this in common are asked for once, and get the same row, which nobody may change. */
  readonly keyOf?: (item: Item) => string;
  /** So many must wait to go beside those that are under way; fewer wait for their end. Default 1. */
  readonly enough?: number;
}

/** Items of one statement: more cost nobody less, and everybody waits for all. */
export const mostShared = 64;

const gatherings = new WeakMap<Queryable, Map<string, unknown>>();

/**
 * Runs a shared statement for one item and answers its row; undefined when it got none. On a pool, what is asked in one
 * turn of the event loop goes together, and so does what is asked while others are under way: one commit, one round trip.
 * Nothing is asked before its caller came, so an answer is never older than its question. Inside a transaction it goes
 * alone.
 *
 * When the database refuses a statement of many, each is asked again by itself, so that no caller gets the fault of
 * another.
 */
export async function askShared<Item, Row>(
  queryable: Queryable,
  statement: SharedStatement<Item, Row>,
  item: Item,
): Promise<Row | undefined> {
  const { sharing } = queryable;
  if (sharing === undefined) return askAlone(queryable, statement, item);
  return gatheringOf(queryable, sharing, statement)(item);
}

async function askAlone<Item, Row>(
  queryable: Queryable,
  statement: SharedStatement<Item, Row>,
  item: Item,
): Promise<Row | undefined> {
  const [row] = await queryable.query<Row>(statement, statement.valuesOf([item]));
  return row;
}

type Gathering<Item, Row> = (item: Item) => Promise<Row | undefined>;

function gatheringOf<Item, Row>(
  queryable: Queryable,
  sharing: number,
  statement: SharedStatement<Item, Row>,
): Gathering<Item, Row> {
  const known = gatherings.get(queryable) ?? new Map<string, unknown>();
  gatherings.set(queryable, known);
  // A name stands for one statement, so for its types too.
  const found = known.get(statement.name) as Gathering<Item, Row> | undefined;
  if (found !== undefined) return found;
  const made = gather(queryable, sharing, statement);
  known.set(statement.name, made);
  return made;
}

interface Waiting<Item, Row> {
  readonly item: Item;
  readonly resolve: (row: Row | undefined | Promise<Row | undefined>) => void;
  readonly reject: (error: unknown) => void;
}

function gather<Item, Row>(
  queryable: Queryable,
  sharing: number,
  statement: SharedStatement<Item, Row>,
): Gathering<Item, Row> {
  const { enough = 1 } = statement;
  const waiting: Waiting<Item, Row>[] = [];
  let underWay = 0;

  async function run(together: readonly Waiting<Item, Row>[]): Promise<void> {
    const { items, places } = distinct(
      together.map(({ item }) => item),
      statement.keyOf,
    );
    try {
      const rows = await queryable.query<Row>(statement, statement.valuesOf(items));
      // Taken out: who asked for the same gets a row of their own, which nobody else may change.
      const answers = items.map((item, index) => {
        const found = rows.findIndex((row) => statement.isOf(row, item, index));
        return found === -1 ? undefined : rows.splice(found, 1)[0];
      });
      for (const [index, { resolve }] of together.entries()) resolve(answers[places[index] ?? -1]);
    } catch (error) {
      for (const { item, resolve, reject } of together) {
        if (together.length === 1 || isConnectionError(error)) reject(error);
        else resolve(askAlone(queryable, statement, item));
      }
    }
  }

  function next(): void {
    while (waiting.length >= (underWay === 0 ? 1 : enough) && underWay < sharing) {
      underWay += 1;
      void run(waiting.splice(0, mostShared)).finally(() => {
        underWay -= 1;
        next();
      });
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What the sockets have ready comes first: the embedded database works in this thread, and nothing can be read then.
      if (waiting.length === 1 || waiting.length === enough) setImmediate(next);
    });
}

/** The items without those that have the key of another, and for each of all where it, or that other, stands among them. */
function distinct<Item>(
  all: readonly Item[],
  keyOf: ((item: Item) => string) | undefined,
): { readonly items: readonly Item[]; readonly places: readonly number[] } {
  if (keyOf === undefined) return { items: all, places: [...all.keys()] };
  const known = new Map<string, number>();
  const items: Item[] = [];
  const places = all.map((item) => {
    const key = keyOf(item);
    const place = known.get(key) ?? items.push(item) - 1;
    known.set(key, place);
    return place;
  });
  return { items, places };
}
