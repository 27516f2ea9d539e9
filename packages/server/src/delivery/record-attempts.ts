import type { Database, Queryable } from '../store/database.ts';
import { finishDeliveries, promoteDeliveries, readLeasedDeliveries } from '../store/delivery-results.ts';
import type { DeliveryRecord, DeliveryResult, LeasedDelivery } from '../store/delivery-results.ts';
import { hurryDeliveries, parkBlockers, releaseFollowers } from '../store/delivery-trials.ts';
import { databaseNow, lockEndpoints, saveHealth } from '../store/endpoint-health.ts';
import type { LockedEndpoint } from '../store/endpoint-health.ts';
import type { AnswerKind } from './answer-kind.ts';
import { disableFailedEndpoint } from './disable-endpoint.ts';
import { isHealthy, isOpen, judgeAttempts } from './judge-attempts.ts';
import type { HealthPolicy, JudgedAttempt, Judgement } from './judge-attempts.ts';

/** What came of sending a claimed delivery. */
export interface Attempt extends Omit<DeliveryResult, 'verdict'> {
  readonly kind: AnswerKind;
  readonly retryAfterMs: number | undefined;
  readonly isTrial: boolean;
}

/** What recording attempts has changed. */
export interface Recorded {
  /** So many deliveries waited for a finished one and are due now. */
  readonly promoted: number;
  /** Others may be due that were not. */
  readonly hasNews: boolean;
  /** Endpoints to which nothing is to be sent now but probes. */
  readonly closedEndpoints: readonly string[];
}

/** An endpoint with its attempts, and what they mean. */
interface Judged {
  readonly endpoint: LockedEndpoint;
  readonly results: readonly DeliveryResult[];
  readonly judgement: Judgement;
}

/** Writes attempts and all that follows from them, in one transaction. */
export async function recordAttempts(
  database: Database,
  attempts: readonly Attempt[],
  policy: HealthPolicy,
  clock: (() => Date) | undefined,
): Promise<Recorded> {
  return database.transaction(async (tx) => {
    const endpoints = await lockEndpoints(tx, [...new Set(attempts.map(({ endpointId }) => endpointId))]);
    // Most of the time everything succeeds, and nothing need be looked up.
    const isWell = attempts.every(({ kind }) => kind === 'accepted') && endpoints.every(isHealthy);
    const now = clock?.() ?? (isWell ? undefined : await databaseNow(tx));
    const records = isWell ? undefined : await readLeasedDeliveries(tx, attempts);
    // When all is well it does not matter when.
    const judgedAt = now ?? new Date();
    const judged = judgeEach(endpoints, attempts, records, policy, judgedAt);
    const trials = attempts.filter(({ kind, isTrial }) => isTrial && kind === 'accepted');
    // First, while the keys of the trials tell what they had before them.
    const parked = trials.length > 0 ? await parkBlockers(tx, trials, now) : [];
    const results = judged.flatMap((one) => one.results);
    const released = await finishDeliveries(tx, results, now);
    const promoted = await promoteDeliveries(tx, [...parked, ...released]);
    const trialled = await releaseTrials(tx, judged, policy, now);
    const recovered = judged.filter(({ judgement }) => judgement.isRecovered);
    if (recovered.length > 0) {
      const ids = recovered.map(({ endpoint }) => endpoint.id);
      await hurryDeliveries(tx, ids, now);
    }
    const disabled = await settle(tx, judged, trialled, judgedAt);
    return {
      promoted,
      hasNews: trialled.size > 0 || recovered.length > 0 || disabled > 0,
      closedEndpoints: judged
        .filter(({ judgement }) => isOpen(judgement.health) || judgement.disabledReason !== undefined)
        .map(({ endpoint }) => endpoint.id),
    };
  });
}

function judgeEach(
  endpoints: readonly LockedEndpoint[],
  attempts: readonly Attempt[],
  records: ReadonlyMap<string, DeliveryRecord> | undefined,
  policy: HealthPolicy,
  now: Date,
): readonly Judged[] {
  const byEndpoint = Map.groupBy(attempts, ({ endpointId }) => endpointId);
  return endpoints.map((endpoint) => {
    const held = (byEndpoint.get(endpoint.id) ?? []).flatMap((attempt) => {
      const record = records === undefined ? accepted(attempt) : records.get(attempt.id);
      return record === undefined ? [] : [{ attempt, judged: { ...attempt, delivery: record } }];
    });
    const judgement = judgeAttempts(
      endpoint,
      held.map(({ judged }) => judged),
      policy,
      now,
    );
    const results = held.flatMap(({ attempt }, index) => {
      const verdict = judgement.verdicts[index];
      return verdict === undefined ? [] : [{ ...attempt, verdict }];
    });
    return { endpoint, results, judgement };
  });
}

/** Of a delivery that was accepted nothing else matters. */
function accepted({ id, isTrial }: Attempt): JudgedAttempt['delivery'] {
  return { id, attempts: 0, failures: 0, lastFailedAt: null, failsAlone: false, isTrial };
}

async function releaseTrials(
  tx: Queryable,
  judged: readonly Judged[],
  { parkAfterAttempts }: HealthPolicy,
  now: Date | undefined,
): Promise<ReadonlySet<string>> {
  const yielding = judged.flatMap(({ endpoint, judgement }): Omit<LeasedDelivery, 'leaseId'>[] =>
    judgement.yielding.map(({ delivery }) => ({ endpointId: endpoint.id, id: delivery.id })),
  );
  return yielding.length > 0 ? releaseFollowers(tx, yielding, parkAfterAttempts, now) : new Set();
}

/** Writes what has changed of the endpoints. Answers how many were disabled. */
async function settle(
  tx: Queryable,
  judged: readonly Judged[],
  trialled: ReadonlySet<string>,
  now: Date,
): Promise<number> {
  let disabled = 0;
  for (const { endpoint, judgement } of judged) {
    const { health, disabledReason } = judgement;
    const isTried = isOpen(health) && trialled.has(endpoint.id);
    const next = isTried ? { ...health, nextProbeAt: now.toISOString() } : health;
    if (next !== endpoint) await saveHealth(tx, endpoint.id, next);
    if (disabledReason !== undefined) {
      disabled += 1;
      await disableFailedEndpoint(tx, endpoint, disabledReason, now);
    }
  }
  return disabled;
}
