import { ScimError } from '../error.ts';
import { orderOf } from './bulk-order.ts';
import { referencesOf, replaceReferences } from './bulk-references.ts';
import type { BulkEntry, BulkOperation } from './bulk-request.ts';
import { freeUserName } from './free-user-name.ts';

/** An operation with ids in the place of its references. */
export interface PreparedOperation {
  readonly operation: BulkOperation;
  /** Of the resource; for POST the one that it is to get. */
  readonly id: string;
}

/** The operations of a bulk request while they are run: in what order, and what their bulkIds stand for. */
export class BulkPlan {
  readonly #entries: readonly BulkEntry[];
  /** Of every POST, made before anything is. */
  readonly #ids: ReadonlyMap<string, string>;
  readonly #failed = new Set<string>();
  /** The positions of the operations in the order to run them; those of a circle stand together: see `orderOf`. */
  readonly order: readonly (readonly number[])[];

  constructor(entries: readonly BulkEntry[], createId: () => string) {
    this.#entries = entries;
    const positions = new Map(
      entries.flatMap(({ bulkId, operation }, position) => {
        const isCreation = operation instanceof ScimError || operation.method === 'POST';
        return bulkId !== undefined && isCreation ? [[bulkId, position]] : [];
      }),
    );
    this.#ids = new Map([...positions.keys()].map((bulkId) => [bulkId, createId()]));
    this.order = orderOf(
      entries.map(({ operation }) => {
        const names = operation instanceof ScimError ? [] : [...referencesOf(operation)];
        return names.flatMap((name) => positions.get(name) ?? []);
      }),
    );
  }

  /**
   * The operations from this place of the order on, at most so many, that may run at once to the same end: the next one,
   * and while each of them creates another user the following ones.
   */
  together(place: number, most: number): readonly (readonly number[])[] {
    const names = new Set<string>();
    let end = place;
    while (end < Math.min(place + most, this.order.length)) {
      const name = this.#freeUserNameAt(end);
      if (name === undefined || names.has(name)) break;
      names.add(name);
      end += 1;
    }
    return this.order.slice(place, Math.max(end, place + 1));
  }

  #freeUserNameAt(place: number): string | undefined {
    const [position, ...others] = this.order[place] ?? [];
    return position === undefined || others.length > 0 ? undefined : freeUserName(this.entryAt(position));
  }

  /** What to run. Throws why the operation cannot be tried: a fault of its own, or of what it refers to. */
  prepare(position: number): PreparedOperation {
    const { operation, bulkId = '' } = this.entryAt(position);
    if (operation instanceof ScimError) throw operation;
    const replaced = replaceReferences(operation, (name) => this.#idOf(name));
    return { operation: replaced, id: replaced.id ?? this.#idOf(bulkId) };
  }

  /** Notes that the operation has failed, and so what needs it. */
  fail(position: number): void {
    const { bulkId } = this.entryAt(position);
    if (bulkId !== undefined) this.#failed.add(bulkId);
  }

  /** Where the operation's resource is, under the base URL; nothing when there is none. */
  locationOf(position: number): string | undefined {
    const { operation, bulkId } = this.entryAt(position);
    if (operation instanceof ScimError) return undefined;
    const { resourceType, id = `bulkId:${bulkId}` } = operation;
    const [, name] = /^bulkId:(.+)$/s.exec(id) ?? [];
    const found = name === undefined ? id : this.#failed.has(name) ? undefined : this.#ids.get(name);
    return found && `${resourceType.endpoint}/${encodeURIComponent(found)}`;
  }

  /** The operation as it came. */
  entryAt(position: number): BulkEntry {
    const entry = this.#entries[position];
    if (entry === undefined) throw new RangeError(`There is no operation ${position}.`);
    return entry;
  }

  #idOf(bulkId: string): string {
    const id = this.#ids.get(bulkId);
    if (id === undefined) {
      throw new ScimError(400, `"bulkId:${bulkId}" names no POST of this request.`, 'invalidValue');
    }
    if (!this.#failed.has(bulkId)) return id;
    throw new ScimError(409, `The operation with the bulkId "${bulkId}", which this one needs, has failed.`);
  }
}
