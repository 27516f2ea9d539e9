import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { readBacklog } from '../store/backlog.ts';
import type { Backlog, EndpointBacklog } from '../store/backlog.ts';
import type { Database } from '../store/database.ts';
import { otherLabel } from './bounded-labels.ts';

export interface DatabaseGaugesOptions {
  readonly database: Database;
  /** Endpoints with a series of their own; those with the most deliveries have one. */
  readonly labelledEndpoints: number;
  /** How long what was read holds. Default 5000. */
  readonly cacheMs?: number;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

/** What stands in the database, read when somebody asks, and at most once in `cacheMs`: many may ask. */
export function registerDatabaseGauges(registry: Registry, options: DatabaseGaugesOptions): void {
  const { database, labelledEndpoints, cacheMs = 5000, now = () => performance.now() } = options;
  const registers = [registry];
  let reading: Promise<Backlog | undefined> | undefined;
  let readAt = -Infinity;

  function backlog(): Promise<Backlog | undefined> {
    if (reading === undefined || now() - readAt >= cacheMs) {
      readAt = now();
      // While the database is away, what the process knows by itself is worth the more.
      reading = readBacklog(database).catch(() => undefined);
    }
    return reading;
  }

  /** A gauge that is absent while the database is. */
  function gauge<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    set: (gauge: Gauge<Label>, backlog: Backlog) => void,
  ): void {
    const one: Gauge<Label> = new Gauge<Label>({
      name,
      help,
      labelNames: [...labelNames],
      registers,
      async collect() {
        const read = await backlog();
        one.reset();
        if (read !== undefined) set(one, read);
        // Without labels a reset leaves a 0.
        else if (labelNames.length === 0) one.remove();
      },
    });
  }

  gauge(
    'dirsync_relay_lag_seconds',
    'How long the oldest event has waited for its number.',
    [],
    (one, { inbox }) => one.set(inbox.oldestSeconds),
  );
  gauge(
    'dirsync_inbox_events',
    'Events that wait for their number, counted up to 100000.',
    [],
    (one, { inbox }) => one.set(inbox.events),
  );
  gauge(
    'dirsync_deliveries_pending',
    'Deliveries that are not finished, by endpoint, counted up to 1000 for each.',
    ['endpoint'],
    (one, { endpoints }) => {
      for (const [endpoint, deliveries] of label(endpoints, labelledEndpoints))
        one.set({ endpoint }, deliveries);
    },
  );
  gauge(
    'dirsync_delivery_overdue_seconds',
    'How long the delivery waits for a worker that should have been sent first.',
    [],
    (one, { overdueSeconds }) => one.set(overdueSeconds),
  );
  gauge('dirsync_webhook_endpoints', 'Webhook endpoints, by state.', ['state'], (one, { endpointStates }) => {
    for (const [state, count] of endpointStates) one.set({ state }, count);
  });
  gauge(
    'dirsync_directories_held',
    'Directories whose events the safeguard holds back.',
    [],
    (one, { heldDirectories }) => one.set(heldDirectories),
  );
  registerPool(registry, database);
}

/** The endpoints with the most deliveries, and all others together. */
function label(endpoints: readonly EndpointBacklog[], most: number): ReadonlyMap<string, number> {
  const sorted = endpoints.toSorted((one, other) => other.deliveries - one.deliveries);
  const labelled = new Map(
    sorted.slice(0, most).map(({ endpointId, deliveries }) => [endpointId, deliveries]),
  );
  const others = sorted.slice(most).reduce((sum, { deliveries }) => sum + deliveries, 0);
  return others > 0 ? labelled.set(otherLabel, others) : labelled;
}

function registerPool(registry: Registry, database: Database): void {
  const registers = [registry];
  const connections: Gauge<'state'> = new Gauge({
    name: 'dirsync_database_connections',
    help: 'Connections of this process to its database, by state.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const { busy, idle } = database.connections();
      connections.set({ state: 'busy' }, busy);
      connections.set({ state: 'idle' }, idle);
    },
  });
  const waiting: Gauge = new Gauge({
    name: 'dirsync_database_waiters',
    help: 'Statements of this process that wait for a connection.',
    registers,
    collect: () => waiting.set(database.connections().waiting),
  });
}
