import { describe, expect, it } from 'vitest';
import type { DeliveryRecord, DeliveryVerdict } from '../store/delivery-results.ts';
import type { EndpointHealth } from '../store/endpoint-health.ts';
import type { AnswerKind } from './answer-kind.ts';
import { healthy, isOpen, judgeAttempts } from './judge-attempts.ts';
import { defaultRetryScheduleMs } from './retry-schedule.ts';

const [minute, hour, day] = [60, 3600, 86_400];
const policy = {
  scheduleMs: defaultRetryScheduleMs,
  random: () => 0,
  parkAfterAttempts: 4,
  disableAfterMs: 5 * day * 1000,
};

/** An endpoint and its deliveries, as the store keeps them, on a clock of the test. */
function createEndpoint() {
  let health: EndpointHealth = healthy;
  let ms = Date.parse('2026-03-01T12:00:00Z');
  const records = new Map<string, DeliveryRecord>();
  const states = new Map<string, DeliveryVerdict>();
  let yielding: string[] = [];
  let isRecovered = false;
  let disabledReason: string | undefined;

  function recordOf(id: string, isTrial = false): DeliveryRecord {
    const fresh = { id, attempts: 0, failures: 0, lastFailedAt: null, failsAlone: false };
    return { ...(records.get(id) ?? fresh), isTrial };
  }

  /** One batch of attempts. `probe` claims under the lease of the probe. */
  function answer(
    kinds: Readonly<Record<string, AnswerKind>>,
    { isProbe = false, isTrial = false, retryAfterMs = undefined as number | undefined } = {},
  ): readonly DeliveryVerdict[] {
    const leaseId = 'lease';
    if (isProbe) health = { ...health, probeLeaseId: leaseId };
    const now = new Date(ms);
    const attempts = Object.entries(kinds).map(([id, kind]) => ({
      ...{ kind, retryAfterMs, leaseId, delivery: recordOf(id, isTrial) },
    }));
    const judgement = judgeAttempts(health, attempts, policy, now);
    for (const [index, { delivery }] of attempts.entries()) {
      const verdict = judgement.verdicts[index];
      if (verdict === undefined) throw new Error('Expected a verdict for each attempt.');
      const { failures, failsAlone } = verdict;
      records.set(delivery.id, {
        ...delivery,
        attempts: delivery.attempts + 1,
        ...(failures !== undefined && { failures, lastFailedAt: now.toISOString() }),
        ...(failsAlone !== undefined && { failsAlone }),
      });
      states.set(delivery.id, verdict);
    }
    health = judgement.health;
    ({ isRecovered, disabledReason } = judgement);
    yielding = judgement.yielding.map(({ delivery }) => delivery.id);
    return judgement.verdicts;
  }

  return {
    answer,
    pass: (seconds: number) => (ms += seconds * 1000),
    get open() {
      return isOpen(health);
    },
    /** Seconds from now to the next probe. */
    get probeIn() {
      return health.nextProbeAt === null ? undefined : (Date.parse(health.nextProbeAt) - ms) / 1000;
    },
    get seen() {
      return { yielding, isRecovered, disabledReason, failingSince: health.failingSince };
    },
  };
}

const retriedIn = (seconds: number) => ({ state: 'ready', retryInMs: seconds * 1000 });
const held = { state: 'ready', retryInMs: 0 };

describe('an endpoint', () => {
  it('is not blamed for what one delivery meets, while others are taken', () => {
    const endpoint = createEndpoint();
    for (const [pause, wait] of [
      [5, 5],
      [300, 300],
      [1800, 1800],
    ] as const) {
      // prettier-ignore
      expect(endpoint.answer({ poison: 'unavailable' })).toMatchObject([retriedIn(pause)]);
      expect(endpoint.open).toBe(false);
      endpoint.answer({ other: 'accepted' });
      expect(endpoint.seen.failingSince).toBeNull();
      endpoint.pass(wait);
    }
    expect(endpoint.answer({ poison: 'unavailable' })).toMatchObject([{ state: 'failed' }]);
    expect(endpoint.open).toBe(false);
  });

  it('is blamed when five different deliveries fail in a row, and tried by the schedule', () => {
    const endpoint = createEndpoint();
    endpoint.answer({ a: 'unavailable', b: 'unavailable', c: 'unavailable', d: 'unavailable' });
    expect(endpoint.open).toBe(false);
    expect(endpoint.answer({ e: 'unavailable' })).toEqual([held]);
    for (const seconds of [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour]) {
      expect(endpoint.probeIn).toBe(seconds);
      endpoint.pass(seconds);
      expect(endpoint.answer({ e: 'unavailable' }, { isProbe: true })).toEqual([held]);
    }
    expect(endpoint.probeIn).toBe(24 * hour);
  });

  it('is not blamed by failures between which others are taken', () => {
    const endpoint = createEndpoint();
    for (let n = 0; n < 20; n += 1) endpoint.answer({ [`a${n}`]: 'unavailable', [`b${n}`]: 'accepted' });
    expect(endpoint.open).toBe(false);
  });

  it('is blamed when one of several fails again and nothing was taken meanwhile', () => {
    const endpoint = createEndpoint();
    endpoint.answer({ a: 'unavailable', b: 'unavailable' });
    endpoint.pass(5);
    expect(endpoint.answer({ a: 'unavailable' })).toEqual([held]);
    expect(endpoint.probeIn).toBe(5 * minute);
    // Was under way: counts for nothing.
    expect(endpoint.answer({ b: 'unavailable' })).toEqual([held]);
    expect(endpoint.probeIn).toBe(5 * minute);
  });

  it('says itself that it is busy: pauses as long as it asks, and the delivery is not blamed', () => {
    const endpoint = createEndpoint();
    for (let n = 0; n < 20; n += 1) {
      expect(endpoint.answer({ a: 'throttled' }, { retryAfterMs: 60_000 })).toEqual([held]);
      expect(endpoint.probeIn).toBe(60);
      endpoint.pass(60);
      endpoint.answer({ b: 'accepted' }, { isProbe: true });
      expect(endpoint.open).toBe(false);
    }
  });

  it('is blamed when it refuses five different deliveries in a row', () => {
    const endpoint = createEndpoint();
    for (const id of ['a', 'b', 'c', 'd'])
      expect(endpoint.answer({ [id]: 'refused' })).toMatchObject([retriedIn(5)]);
    expect(endpoint.seen.failingSince).toBeNull();
    expect(endpoint.answer({ e: 'refused' })).toEqual([held]);
    expect(endpoint.open).toBe(true);
  });

  it('is well again with the first success, and what failed meanwhile is due', () => {
    const endpoint = createEndpoint();
    endpoint.answer({
      a: 'unavailable',
      b: 'unavailable',
      c: 'unavailable',
      d: 'unavailable',
      e: 'unavailable',
    });
    endpoint.pass(5);
    endpoint.answer({ b: 'accepted' }, { isProbe: true });
    expect(endpoint.open).toBe(false);
    expect(endpoint.seen).toMatchObject({ isRecovered: true, failingSince: null });
    // Failures from before cost nothing more than the one.
    expect(endpoint.answer({ a: 'unavailable' })).toMatchObject([{ ...retriedIn(300), failures: 2 }]);
    expect(endpoint.answer({ e: 'unavailable' })).toMatchObject([{ ...retriedIn(5), failures: 1 }]);
  });

  it('is disabled after five days of probes in vain', () => {
    const endpoint = createEndpoint();
    endpoint.answer({
      a: 'unavailable',
      b: 'unavailable',
      c: 'unavailable',
      d: 'unavailable',
      e: 'unavailable',
    });
    let passed = 0;
    while (passed < 5 * day) {
      expect(endpoint.seen.disabledReason).toBeUndefined();
      const seconds = endpoint.probeIn ?? 0;
      endpoint.pass(seconds);
      passed += seconds;
      endpoint.answer({ a: 'unavailable' }, { isProbe: true });
    }
    expect(endpoint.seen.disabledReason).toBe('failing');
  });

  it('is disabled after five days in which its only delivery fails', () => {
    const endpoint = createEndpoint();
    let passed = 0;
    while (endpoint.seen.disabledReason === undefined) {
      const [verdict] = endpoint.answer({ a: 'unavailable' });
      expect(verdict?.state).toBe('ready');
      endpoint.pass((verdict?.retryInMs ?? 0) / 1000);
      passed += (verdict?.retryInMs ?? 0) / 1000;
    }
    expect(passed).toBeGreaterThan(5 * day);
    expect(passed).toBeLessThan(7 * day);
  });

  it('is disabled by 410, and the delivery stays', () => {
    const endpoint = createEndpoint();
    expect(endpoint.answer({ a: 'gone' })).toEqual([held]);
    expect(endpoint.seen.disabledReason).toBe('gone');
  });
});

describe('a delivery', () => {
  it('is parked after four refusals, whatever others meet', () => {
    const endpoint = createEndpoint();
    for (const pause of [5, 300, 1800]) {
      expect(endpoint.answer({ a: 'refused' })).toMatchObject([retriedIn(pause)]);
      endpoint.pass(pause);
    }
    expect(endpoint.answer({ a: 'refused' })).toMatchObject([{ state: 'failed' }]);
  });

  it('is not parked while it is the only one that is sent: it may be the endpoint', () => {
    const endpoint = createEndpoint();
    for (let n = 0; n < 8; n += 1) {
      const [verdict] = endpoint.answer({ a: 'unavailable' });
      expect(verdict?.state).toBe('ready');
      // From the fourth on its follower may show what is wrong.
      expect(endpoint.seen.yielding).toEqual(n < 3 ? [] : ['a']);
      endpoint.pass((verdict?.retryInMs ?? 0) / 1000);
    }
    endpoint.answer({ other: 'accepted' });
    expect(endpoint.seen.isRecovered).toBe(true);
    expect(endpoint.answer({ a: 'unavailable' })).toMatchObject([{ state: 'failed' }]);
  });

  it('does not open the breaker in a quiet hour once it is known to fail alone', () => {
    const endpoint = createEndpoint();
    endpoint.answer({ a: 'unavailable' });
    endpoint.answer({ other: 'accepted' });
    for (const _ of [2, 3]) expect(endpoint.answer({ a: 'unavailable' })).toMatchObject([{ state: 'ready' }]);
    expect(endpoint.seen.failingSince).toBeNull();
    expect(endpoint.answer({ a: 'unavailable' })).toMatchObject([{ state: 'failed' }]);
    expect(endpoint.open).toBe(false);
  });

  it('that keeps the breaker open alone lets its follower be tried in the same round', () => {
    const endpoint = createEndpoint();
    endpoint.answer({
      a: 'unavailable',
      b: 'unavailable',
      c: 'unavailable',
      d: 'unavailable',
      e: 'unavailable',
    });
    for (let n = 0; n < 3; n += 1) {
      endpoint.answer({ a: 'unavailable' }, { isProbe: true });
      expect(endpoint.seen.yielding).toEqual(n < 2 ? [] : ['a']);
    }
    expect(endpoint.probeIn).toBe(2 * hour);
    const failed = endpoint.answer({ follower: 'unavailable' }, { isProbe: true, isTrial: true });
    expect(failed).toEqual([{ state: 'waiting', retryInMs: 0 }]);
    expect(endpoint.seen.yielding).toEqual([]);
    expect(endpoint.probeIn).toBe(2 * hour);
  });
});
