import type { Queryable, Statement } from './database.ts';

/** What the answers of an endpoint say about it; times are ISO 8601 in UTC, so that they compare as text. */
export interface EndpointHealth {
  /** The first failure since the last success; null: none that may be the endpoint's fault. */
  readonly failingSince: string | null;
  /** How many different deliveries have failed since the last success. */
  readonly strikes: number;
  /** How often in a row it was tried in vain: the place in the schedule. */
  readonly failedRounds: number;
  /** The first success after a failure; later ones are not written down. */
  readonly lastSucceededAt: string | null;
  /** Not null: the breaker is open. Single deliveries try the endpoint, the next one not before this time. */
  readonly nextProbeAt: string | null;
  /** Under which the delivery was claimed that tries it now. */
  readonly probeLeaseId: string | null;
}

export interface LockedEndpoint extends EndpointHealth {
  readonly id: string;
  readonly environmentId: string;
}

const lock: Statement = {
  name: 'endpoint-health.lock',
  text: `select id, environment_id as "environmentId", failing_since as "failingSince", strikes,
    failed_rounds as "failedRounds", last_succeeded_at as "lastSucceededAt", next_probe_at as "nextProbeAt",
    probe_lease_id as "probeLeaseId"
  from webhook_endpoints where id = any ($1::uuid[]) order by id for no key update`,
};

/**
 * Locks endpoints until the transaction ends, in the order of the relay, which takes the same locks. What comes
 * after it must be a statement of its own: it must see what was enqueued until then.
 */
export function lockEndpoints(tx: Queryable, ids: readonly string[]): Promise<readonly LockedEndpoint[]> {
  return tx.query<LockedEndpoint>(lock, [ids]);
}

const save: Statement = {
  name: 'endpoint-health.save',
  text: `update webhook_endpoints set failing_since = $2, strikes = $3, failed_rounds = $4,
    last_succeeded_at = $5, next_probe_at = $6, probe_lease_id = $7
  where id = $1`,
};

export async function saveHealth(tx: Queryable, endpointId: string, health: EndpointHealth): Promise<void> {
  const { failingSince, strikes, failedRounds, lastSucceededAt, nextProbeAt, probeLeaseId } = health;
  const values = [
    endpointId,
    failingSince,
    strikes,
    failedRounds,
    lastSucceededAt,
    nextProbeAt,
    probeLeaseId,
  ];
  await tx.query(save, values);
}

const clock: Statement = {
  name: 'endpoint-health.now',
  text: 'select clock_timestamp()::timestamptz(3) as now',
};

/** The time of the database. */
export async function databaseNow(tx: Queryable): Promise<Date> {
  const [row] = await tx.query<{ now: string }>(clock);
  if (row === undefined) throw new Error('Expected the time of the database.');
  return new Date(row.now);
}
