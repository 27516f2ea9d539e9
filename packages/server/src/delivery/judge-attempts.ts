import type { DeliveryRecord, DeliveryVerdict } from '../store/delivery-results.ts';
import type { EndpointHealth } from '../store/endpoint-health.ts';
import type { AnswerKind } from './answer-kind.ts';
import { nextRetryMs } from './retry-schedule.ts';

/**
 * Whose fault is a failed attempt: the endpoint's, or the delivery's? A receiver that is down answers 500 to
 * everything, one that stumbles over a single event answers 500 to that one. No answer alone tells them apart;
 * what other deliveries meet does.
 *
 * - **The endpoint** is at fault when five different deliveries in a row fail, when one of several fails a second time
 *   and none succeeded meanwhile, or when it says so itself (429). The breaker opens: nothing is sent but single
 *   probes by the schedule, and failing costs the deliveries nothing. The first success closes it.
 * - **The delivery** is at fault when it is refused (400, 404 …), or when others succeed between two of its failures.
 *   It is tried four times by the schedule, then parked, and what waits for it goes on.
 * - **Nobody knows** while only one delivery fails and no other is sent. It is tried by the schedule; another one that
 *   comes is sent at once and settles it. After four attempts its own follower, if there is one, is sent as a trial:
 *   accepted, it shows that the one before it was at fault; otherwise the order is kept. When the breaker is open the
 *   same happens after each probe that has had four attempts, so that a poisoned event cannot keep it open alone.
 */
export interface HealthPolicy {
  /** Pauses after the first, second, … attempt in vain. */
  readonly scheduleMs: readonly number[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Attempts after which a delivery that is at fault is given up. */
  readonly parkAfterAttempts: number;
  /** How long an endpoint may fail before it is disabled. */
  readonly disableAfterMs: number;
}

/** An attempt under a lease that holds. */
export interface JudgedAttempt {
  readonly kind: AnswerKind;
  readonly retryAfterMs: number | undefined;
  readonly leaseId: string;
  readonly delivery: DeliveryRecord;
}

/** What attempts mean for their endpoint. */
export interface Judgement {
  readonly health: EndpointHealth;
  /** One for each attempt. */
  readonly verdicts: readonly DeliveryVerdict[];
  /** Those of the attempts whose followers may be tried before them. */
  readonly yielding: readonly JudgedAttempt[];
  /** It had failed for more than a moment and succeeded: what waits is due at once. */
  readonly isRecovered: boolean;
  readonly disabledReason: 'failing' | 'gone' | undefined;
}

const strikesThatOpen = 5;

/** Judges attempts of one endpoint, in the order in which they ended. Pure. */
export function judgeAttempts(
  before: EndpointHealth,
  attempts: readonly JudgedAttempt[],
  policy: HealthPolicy,
  now: Date,
): Judgement {
  const nowText = now.toISOString();
  const yielding: JudgedAttempt[] = [];
  let health = before;
  let isRecovered = false;
  let disabledReason: Judgement['disabledReason'];

  function pauseMs(failures: number, retryAfterMs: number | undefined): number {
    const { scheduleMs, random } = policy;
    return nextRetryMs({ failures, retryAfterMs, scheduleMs, random });
  }

  function probeIn(ms: number): string {
    return new Date(now.getTime() + ms).toISOString();
  }

  function disableWhenTooLong(): void {
    const { failingSince } = health;
    if (failingSince !== null && now.getTime() - Date.parse(failingSince) >= policy.disableAfterMs) {
      disabledReason ??= 'failing';
    }
  }

  function judge(attempt: JudgedAttempt): DeliveryVerdict {
    if (attempt.kind === 'accepted') return succeed();
    if (attempt.kind === 'gone') {
      disabledReason = 'gone';
      return hold(attempt);
    }
    return isOpen(health) ? failWhileOpen(attempt) : failWhileClosed(attempt);
  }

  function succeed(): DeliveryVerdict {
    if (isOpen(health) || health.failedRounds > 1) isRecovered = true;
    if (!isHealthy(health)) health = { ...healthy, lastSucceededAt: nowText };
    return { state: 'delivered', retryInMs: 0 };
  }

  function failWhileOpen(attempt: JudgedAttempt): DeliveryVerdict {
    // Others were under way when it opened: they say what is known.
    if (attempt.leaseId !== health.probeLeaseId) return hold(attempt);
    const { delivery, retryAfterMs } = attempt;
    // A trial belongs to the round of the one before it.
    const failedRounds = health.failedRounds + (delivery.isTrial ? 0 : 1);
    const nextProbeAt = probeIn(pauseMs(failedRounds, retryAfterMs));
    health = { ...health, failedRounds, nextProbeAt, probeLeaseId: null };
    if (!delivery.isTrial && delivery.attempts + 1 >= policy.parkAfterAttempts) yielding.push(attempt);
    disableWhenTooLong();
    return hold(attempt);
  }

  function failWhileClosed(attempt: JudgedAttempt): DeliveryVerdict {
    const { kind, delivery, retryAfterMs } = attempt;
    const { lastSucceededAt } = health;
    const { lastFailedAt } = delivery;
    const failsAlone =
      delivery.failsAlone ||
      (lastFailedAt !== null && lastSucceededAt !== null && lastSucceededAt >= lastFailedAt);
    if (!failsAlone || kind === 'throttled') blame(attempt, lastFailedAt !== null && !failsAlone);
    if (isOpen(health)) return hold(attempt);
    if (delivery.isTrial) return hold(attempt);
    const failures = delivery.failures + 1;
    if (failures >= policy.parkAfterAttempts) {
      if (failsAlone || kind === 'refused') return { state: 'failed', retryInMs: 0, failures, failsAlone };
      yielding.push(attempt);
    }
    return { state: 'ready', retryInMs: pauseMs(failures, retryAfterMs), failures, failsAlone };
  }

  function blame({ kind, retryAfterMs }: JudgedAttempt, isRepeated: boolean): void {
    const strikes = health.strikes + (isRepeated ? 0 : 1);
    const isVain = isRepeated && kind !== 'refused';
    const failedRounds = Math.max(1, health.failedRounds + (isVain ? 1 : 0));
    const opens = kind === 'throttled' || strikes >= strikesThatOpen || (isVain && strikes > 1);
    health = {
      ...health,
      ...{ strikes, failedRounds },
      // One that is refused is nobody's fault but its own, unless all are.
      failingSince: health.failingSince ?? (kind === 'refused' && !opens ? null : nowText),
      nextProbeAt: opens ? probeIn(pauseMs(failedRounds, retryAfterMs)) : null,
    };
    disableWhenTooLong();
  }

  const verdicts = attempts.map(judge);
  return { health, verdicts, yielding, isRecovered, disabledReason };
}

/** Whether only probes are sent. */
export function isOpen({ nextProbeAt }: EndpointHealth): boolean {
  return nextProbeAt !== null;
}

/** Whether a success says nothing new. */
export function isHealthy(health: EndpointHealth): boolean {
  return health.strikes === 0 && !isOpen(health);
}

/** The health of an endpoint without failures. */
export const healthy: EndpointHealth = {
  ...{ failingSince: null, strikes: 0, failedRounds: 0 },
  ...{ lastSucceededAt: null, nextProbeAt: null, probeLeaseId: null },
};

/** Back into the queue, where its endpoint alone decides when it is sent. */
function hold({ delivery }: JudgedAttempt): DeliveryVerdict {
  return { state: delivery.isTrial ? 'waiting' : 'ready', retryInMs: 0 };
}
