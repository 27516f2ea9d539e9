import type { BackgroundLogger } from '../relay/background-loop.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database } from '../store/database.ts';
import type { AnswerKind } from './answer-kind.ts';
import type { HealthPolicy } from './judge-attempts.ts';
import type { SecretBox } from './secret-box.ts';
import type { SenderOptions } from './send.ts';

/** An attempt that has ended, for whoever counts. */
export interface AttemptSeen {
  readonly endpointId: string;
  readonly kind: AnswerKind;
  /** null: no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
}

/** Told of what happens; must not throw. */
export interface DeliveryObserver {
  readonly onAttempt?: (attempt: AttemptSeen) => void;
  /** Deliveries whose process had died, or stood still for too long, were claimed again. */
  readonly onLeasesExpired?: (count: number) => void;
}

export interface DeliveryWorkerOptions extends SenderOptions, Partial<HealthPolicy>, DeliveryObserver {
  readonly database: Database;
  readonly wake: Wake;
  readonly secretBox: SecretBox;
  readonly logger: BackgroundLogger;
  /** Deliveries in hand at once that have not failed by themselves. Default 2048. */
  readonly maxInFlight?: number;
  /** Of them, sent to one endpoint at once. Default 32. */
  readonly maxPerEndpoint?: number;
  /** Deliveries that have failed by themselves, and probes, sent at once. Default 256. */
  readonly maxRetriesInFlight?: number;
  /** Of them, to one endpoint. Default 4. */
  readonly maxRetriesPerEndpoint?: number;
  /** Default 60000; longer than two timeouts of an attempt. */
  readonly leaseMs?: number;
  /** How often the queue is looked at without being woken; a retry is at most this late. Default 1000. */
  readonly pollMs?: number;
  /** How long attempts may go on after `stop`. Default 5000. */
  readonly stopGraceMs?: number;
  /** Events given at once to an endpoint that has to catch up. Default 500. */
  readonly feedBatchSize?: number;
  /** It gets more when it has fewer unfinished deliveries. Default 1000. */
  readonly feedBelow?: number;
  /** The database's clock when left out. One that is ahead of it makes everything due; never one behind it. */
  readonly now?: () => Date;
}
