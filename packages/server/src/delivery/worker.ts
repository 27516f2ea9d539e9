import { createBackgroundLoop } from '../relay/background-loop.ts';
import type { BackgroundTask } from '../relay/background-loop.ts';
import { releaseDeliveries } from '../store/delivery-claims.ts';
import type { ClaimedDelivery } from '../store/delivery-claims.ts';
import type { Target } from '../store/delivery-targets.ts';
import { answerKind } from './answer-kind.ts';
import { createClaims } from './claims.ts';
import type { Job } from './claims.ts';
import { createDepths } from './depths.ts';
import { createFeedLoop } from './feed.ts';
import type { HealthPolicy } from './judge-attempts.ts';
import { createLanes } from './lanes.ts';
import { recordAttempts } from './record-attempts.ts';
import type { Attempt } from './record-attempts.ts';
import { defaultRetryScheduleMs, parseRetryAfter } from './retry-schedule.ts';
import { createSender } from './send.ts';
import type { SendResult } from './send.ts';
import { signingKeys } from './signing-keys.ts';
import type { DeliveryWorkerOptions } from './worker-options.ts';

/** Results in one transaction. */
const maxWritten = 500;

const dayMs = 86_400_000;

/** Sends what is due, in any number of processes at once. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): BackgroundTask {
  const { database, wake, secretBox, logger, now, maxPerEndpoint = 32, maxRetriesPerEndpoint = 4 } = options;
  const { leaseMs = 60_000, timeoutMs = 15_000, pollMs = 1000, stopGraceMs = 5000 } = options;
  const policy: HealthPolicy = {
    scheduleMs: options.scheduleMs ?? defaultRetryScheduleMs,
    random: options.random ?? Math.random,
    parkAfterAttempts: options.parkAfterAttempts ?? 4,
    disableAfterMs: options.disableAfterMs ?? 5 * dayMs,
  };
  const sender = createSender(options);
  const attempts: Attempt[] = [];
  const unsent: ClaimedDelivery[] = [];
  /** For as long as a claim lasts. */
  const keys = new WeakMap<Target, readonly string[]>();
  /** What comes to no answer was ended by us. */
  let isAborting = false;

  // What has failed before has lanes of its own: however much of it hangs, the others have theirs.
  const lanes = createLanes<Job>(maxPerEndpoint, attempt);
  const retryLanes = createLanes<Job>(maxRetriesPerEndpoint, attempt);
  const depths = createDepths(maxPerEndpoint);
  const claims = createClaims({ ...options, lanes, retryLanes, depths });

  async function attempt({ delivery, claimedAt }: Job): Promise<void> {
    // The process stood still: another one may have the delivery by now, or soon.
    if (performance.now() - claimedAt > leaseMs - timeoutMs) return;
    const attemptedAt = now?.() ?? new Date();
    const sent = await send(delivery, attemptedAt);
    if (sent.status === null && isAborting) {
      unsent.push(delivery);
      return;
    }
    const { endpointId, id, leaseId, isTrial } = delivery;
    const { status, error, responseBody, durationMs } = sent;
    const kind = answerKind(sent);
    depths.learn(endpointId, durationMs);
    options.onAttempt?.({ endpointId, kind, status, durationMs });
    attempts.push({
      ...{ endpointId, id, leaseId, isTrial, kind },
      ...{ attemptedAt, durationMs, status, error, responseBody },
      retryAfterMs: parseRetryAfter(sent.retryAfter, attemptedAt),
    });
    writing.wake();
    askForMore(endpointId);
  }

  /** Before nothing waits any more behind what is sent: not to be found out only when results are written. */
  function askForMore(endpointId: string): void {
    const [held, depth] = [lanes.sizeOf(endpointId), depths.of(endpointId)];
    if (claims.isLimited && held <= depth / 2) claiming.wake();
    // It has become slow: others may have what would wait for too long here.
    if (held > depth) unsent.push(...lanes.trim(endpointId, depth).map(({ delivery }) => delivery));
  }

  function keysOf(target: Target): readonly string[] {
    const known = keys.get(target);
    if (known !== undefined) return known;
    const opened = signingKeys(target, secretBox);
    keys.set(target, opened);
    return opened;
  }

  async function send(delivery: ClaimedDelivery, attemptedAt: Date): Promise<SendResult> {
    const { target, eventId, body, endpointId, isReplay } = delivery;
    try {
      const secrets = keysOf(target);
      return await sender.send({ url: target.url, eventId, body, isReplay, secrets, attemptedAt });
    } catch (error) {
      logger.error({ err: error, endpointId, deliveryId: delivery.id }, 'a webhook could not be signed');
      const reason = 'The webhook could not be signed.';
      return { status: null, error: reason, responseBody: null, retryAfter: undefined, durationMs: 0 };
    }
  }

  async function write(): Promise<number> {
    const batch = attempts.splice(0, maxWritten);
    if (batch.length === 0) return pollMs;
    try {
      const { promoted, hasNews, closedEndpoints } = await recordAttempts(database, batch, policy, now);
      for (const endpointId of closedEndpoints) giveBack(endpointId);
      if (unsent.length > 0) await release();
      if (hasNews) {
        retrying.wake();
        wake.notify('dirsync_deliveries');
      } else if (promoted > 0 || claims.isLimited) claiming.wake();
      if (feeding.isHeldUp) feeding.wake();
    } catch (error) {
      attempts.unshift(...batch);
      throw error;
    }
    if (attempts.length >= maxWritten) return 0;
    return attempts.length > 0 ? 1 : pollMs;
  }

  function giveBack(endpointId?: string): void {
    unsent.push(...lanes.clear(endpointId).map(({ delivery }) => delivery));
    unsent.push(...retryLanes.clear(endpointId).map(({ delivery }) => delivery));
  }

  async function release(): Promise<void> {
    await releaseDeliveries(database, unsent.splice(0), now?.());
  }

  const claiming = createBackgroundLoop({ name: 'delivery', step: () => claims.claim(), logger });
  const retrying = createBackgroundLoop({
    name: 'delivery retries',
    step: () => claims.claimRetries(),
    logger,
  });
  // Under load half of the time: many results in one transaction cost less than few.
  const writing = createBackgroundLoop({ name: 'delivery results', step: write, logger, rest: () => 1 });
  const feeding = createFeedLoop(options);
  const unsubscribe = wake.subscribe('dirsync_deliveries', () => claiming.wake());

  async function finish(): Promise<void> {
    try {
      while (attempts.length > 0) await write();
      if (unsent.length > 0) await release();
    } catch (error) {
      logger.warn({ err: error }, 'deliveries were not given back, they are due again when their leases end');
    }
  }

  return {
    start() {
      for (const loop of [claiming, retrying, writing, feeding]) loop.start();
    },
    async stop() {
      unsubscribe();
      await Promise.all([claiming.stop(), retrying.stop(), feeding.stop()]);
      giveBack();
      const grace = setTimeout(() => {
        isAborting = true;
        sender.abort();
      }, stopGraceMs);
      await Promise.all([lanes.idle(), retryLanes.idle()]);
      clearTimeout(grace);
      await writing.stop();
      await finish();
      await sender.close();
    },
  };
}
