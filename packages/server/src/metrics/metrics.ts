import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { BackgroundLogger } from '../relay/background-loop.ts';
import type { Database } from '../store/database.ts';
import { createBoundedLabels } from './bounded-labels.ts';
import { registerDatabaseGauges } from './database-gauges.ts';

/** A request that was answered. */
export interface AnswerSeen {
  /** Undefined: there is no operation at this path. */
  readonly operationId: string | undefined;
  readonly status: number;
  readonly durationMs: number;
}

/** An attempt to deliver a webhook that has ended. */
export interface AttemptSeen {
  readonly endpointId: string;
  /** How it ended. */
  readonly kind: string;
  readonly durationMs: number;
}

/** Counts what the parts of this process tell it. */
export interface Metrics {
  readonly onAnswer: (answer: AnswerSeen) => void;
  /** A request was answered 429: its owner sends too much, or too many credentials that open nothing came. */
  readonly onLimited: (surface: 'scim' | 'directory', reason: 'owner' | 'unknown') => void;
  readonly onRelayed: (events: number, durationMs: number) => void;
  readonly onAttempt: (attempt: AttemptSeen) => void;
  readonly onLeasesExpired: (count: number) => void;
  /** Counts what the tasks behind the requests log as errors. */
  readonly countFailures: (logger: BackgroundLogger) => BackgroundLogger;
  /** All of it, in the text format of Prometheus. */
  readonly text: () => Promise<string>;
}

export interface MetricsOptions {
  readonly database: Database;
  /** How long what was read from the database holds. Default 5000. */
  readonly cacheMs?: number;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

/** Endpoints that are counted each for itself. */
const labelledEndpoints = 100;

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/** Makes the metrics of a process. Nothing is read from the database until somebody asks. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerDatabaseGauges(registry, { labelledEndpoints, ...options });
  const registers = [registry];
  const requests = new Histogram({
    name: 'dirsync_http_request_duration_seconds',
    help: 'How long requests took, by operation of the contract and status.',
    labelNames: ['operation', 'status'] as const,
    buckets: seconds,
    registers,
  });
  const limited = new Counter({
    name: 'dirsync_rate_limited_total',
    help: 'Requests that were answered 429, by surface and reason.',
    labelNames: ['surface', 'reason'] as const,
    registers,
  });
  const relayed = new Counter({
    name: 'dirsync_relay_events_total',
    help: 'Events that this process moved from the inbox to the log.',
    registers,
  });
  const batches = new Histogram({
    name: 'dirsync_relay_batch_duration_seconds',
    help: 'How long the batches took that moved events to the log.',
    buckets: seconds,
    registers,
  });
  const attempts = new Counter({
    name: 'dirsync_delivery_attempts_total',
    help: 'Attempts to deliver a webhook, by endpoint and outcome.',
    labelNames: ['endpoint', 'outcome'] as const,
    registers,
  });
  const attemptDurations = new Histogram({
    name: 'dirsync_delivery_attempt_duration_seconds',
    help: 'How long attempts took, to the end of the answer.',
    buckets: seconds,
    registers,
  });
  const leases = new Counter({
    name: 'dirsync_delivery_lease_expiries_total',
    help: 'Deliveries that this process claimed because the lease of another claim had run out.',
    registers,
  });
  const failures = new Counter({
    name: 'dirsync_background_failures_total',
    help: 'Errors of the work behind the requests, by task.',
    labelNames: ['task'] as const,
    registers,
  });
  const endpointLabel = createBoundedLabels(labelledEndpoints);
  /** Looking a series up by its labels is the dear part. */
  const series = new Map<string, ReturnType<typeof requests.labels>>();

  function count(fields: unknown): void {
    const { task, chore } = fields as { readonly task?: string; readonly chore?: string };
    failures.inc({ task: task ?? chore ?? 'other' });
  }

  return {
    onAnswer({ operationId = 'none', status, durationMs }) {
      const name = `${operationId} ${status}`;
      let one = series.get(name);
      if (one === undefined) {
        one = requests.labels({ operation: operationId, status: String(status) });
        series.set(name, one);
      }
      one.observe(durationMs / 1000);
    },
    onLimited: (surface, reason) => limited.inc({ surface, reason }),
    onRelayed(events, durationMs) {
      relayed.inc(events);
      batches.observe(durationMs / 1000);
    },
    onAttempt({ endpointId, kind, durationMs }) {
      attempts.inc({ endpoint: endpointLabel(endpointId), outcome: kind });
      attemptDurations.observe(durationMs / 1000);
    },
    onLeasesExpired: (expired) => leases.inc(expired),
    countFailures: (logger) => ({
      warn: logger.warn.bind(logger),
      error(fields: unknown, ...rest: unknown[]) {
        count(fields);
        Reflect.apply(logger.error, logger, [fields, ...rest]);
      },
    }),
    text: () => registry.metrics(),
  };
}
