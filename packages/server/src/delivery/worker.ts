import { randomUUID } from 'node:crypto';
import { createBackgroundLoop } from '../relay/background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from '../relay/background-loop.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database } from '../store/database.ts';
import { claimDeliveries, finishDeliveries, releaseDeliveries } from '../store/delivery-claims.ts';
import type { ClaimedDelivery, DeliveryResult } from '../store/delivery-claims.ts';
import { createLanes } from './lanes.ts';
import { decideOutcome } from './outcome.ts';
import { defaultRetryScheduleMs } from './retry-schedule.ts';
import type { SecretBox } from './secret-box.ts';
import { createSender } from './send.ts';
import type { SenderOptions, SendResult } from './send.ts';

export interface DeliveryWorkerOptions extends SenderOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly secretBox: SecretBox;
  readonly logger: BackgroundLogger;
  /** Deliveries in hand at once. Default 2048. */
  readonly maxInFlight?: number;
  /** Of them, sent to one endpoint at once. Default 32. */
  readonly maxPerEndpoint?: number;
  /** Default 60000; longer than two timeouts of an attempt. */
  readonly leaseMs?: number;
  /** How often the queue is looked at without being woken; a retry is at most this late. Default 1000. */
  readonly pollMs?: number;
  /** How long attempts may go on after `stop`. Default 5000. */
  readonly stopGraceMs?: number;
  /** Pauses after failed attempts. Default: nine, from 5 seconds to 24 hours. */
  readonly scheduleMs?: readonly number[];
  readonly random?: () => number;
  /** The database's clock when left out. */
  readonly now?: () => Date;
}

/** Short statements, and every endpoint gets its turn. */
const maxClaimed = 100;
const maxWritten = 500;

/** Sends what is due, in any number of processes at once. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): BackgroundTask {
  const { database, wake, secretBox, logger, maxInFlight = 2048, maxPerEndpoint = 32 } = options;
  const { leaseMs = 60_000, timeoutMs = 15_000, pollMs = 1000, stopGraceMs = 5000 } = options;
  const { scheduleMs = defaultRetryScheduleMs, random = Math.random, now } = options;
  const sender = createSender(options);
  const results: DeliveryResult[] = [];
  const unsent: ClaimedDelivery[] = [];
  /** What comes to no answer was ended by us. */
  let isAborting = false;
  /** More may be due than was claimed. */
  let isLimited = false;

  interface Job {
    readonly delivery: ClaimedDelivery;
    readonly claimedAt: number;
  }

  // As many again wait behind those that are sent, so that a fast receiver need not wait for the next claim. Since
  // each waits for one timeout at most, its lease lasts.
  const lanes = createLanes<Job>(maxPerEndpoint, attempt);
  const limitPerEndpoint = 2 * maxPerEndpoint;

  async function claim(): Promise<number> {
    // Until it is known: whatever is written meanwhile asks for another claim.
    isLimited = true;
    const limit = Math.min(maxInFlight - lanes.size, maxClaimed);
    if (limit <= 0) return pollMs;
    const held = lanes.counts();
    const claimedAt = performance.now();
    const claimed = await claimDeliveries(database, {
      ...{ leaseId: randomUUID(), leaseMs, limit, limitPerEndpoint, held, now: now?.() },
    });
    for (const delivery of claimed) {
      held.set(delivery.endpointId, (held.get(delivery.endpointId) ?? 0) + 1);
      lanes.add(delivery.endpointId, { delivery, claimedAt });
    }
    const isFull = claimed.length === limit;
    isLimited = isFull || [...held.values()].some((count) => count >= limitPerEndpoint);
    return isFull ? 0 : pollMs;
  }

  async function attempt({ delivery, claimedAt }: Job): Promise<void> {
    // The process stood still: another one may have the delivery by now, or soon.
    if (performance.now() - claimedAt > leaseMs - timeoutMs) return;
    const attemptedAt = now?.() ?? new Date();
    const sent = await send(delivery, attemptedAt);
    if (sent.status === null && isAborting) {
      unsent.push(delivery);
      return;
    }
    const { endpointId, id, leaseId, attempts } = delivery;
    const { status, error, responseBody, durationMs } = sent;
    const outcome = decideOutcome(sent, { attempts: attempts + 1, now: attemptedAt, scheduleMs, random });
    const report = { attemptedAt, durationMs, status, error, responseBody };
    results.push({ endpointId, id, leaseId, outcome, ...report });
    writing.wake();
  }

  async function send(delivery: ClaimedDelivery, attemptedAt: Date): Promise<SendResult> {
    const { url, eventId, body, endpointId, secretEncrypted, previousSecretEncrypted } = delivery;
    try {
      const boxes = [secretEncrypted, previousSecretEncrypted].filter((box) => box !== null);
      const secrets = boxes.map((box) => secretBox.decrypt(box, endpointId));
      return await sender.send({ url, eventId, body, secrets, attemptedAt });
    } catch (error) {
      logger.error({ err: error, endpointId, deliveryId: delivery.id }, 'a webhook could not be signed');
      const reason = 'The webhook could not be signed.';
      return { status: null, error: reason, responseBody: null, retryAfter: undefined, durationMs: 0 };
    }
  }

  async function write(): Promise<number> {
    const batch = results.splice(0, maxWritten);
    if (batch.length === 0) return pollMs;
    try {
      const promoted = await finishDeliveries(database, batch, now?.());
      if (promoted > 0 || isLimited) claiming.wake();
    } catch (error) {
      results.unshift(...batch);
      throw error;
    }
    return results.length > 0 ? 0 : pollMs;
  }

  const claiming = createBackgroundLoop({ name: 'delivery', step: claim, logger });
  const writing = createBackgroundLoop({ name: 'delivery results', step: write, logger });
  const unsubscribe = wake.subscribe('dirsync_deliveries', () => claiming.wake());

  async function giveBack(): Promise<void> {
    try {
      while (results.length > 0) await write();
      if (unsent.length > 0) await releaseDeliveries(database, unsent, now?.());
    } catch (error) {
      logger.warn({ err: error }, 'deliveries were not given back, they are due again when their leases end');
    }
  }

  return {
    start() {
      claiming.start();
      writing.start();
    },
    async stop() {
      unsubscribe();
      await claiming.stop();
      unsent.push(...lanes.clear().map(({ delivery }) => delivery));
      const grace = setTimeout(() => {
        isAborting = true;
        sender.abort();
      }, stopGraceMs);
      await lanes.idle();
      clearTimeout(grace);
      await writing.stop();
      await giveBack();
      await sender.close();
    },
  };
}
