import { Registry, collectDefaultMetrics } from 'prom-client';
import type { AttemptSeen } from '../delivery/worker-options.ts';
import type { BackgroundLogger } from '../relay/background-loop.ts';
import type { Database } from '../store/database.ts';
import { createBoundedLabels } from './bounded-labels.ts';
import { registerDatabaseGauges } from './database-gauges.ts';
import { registerProcessMetrics } from './process-metrics.ts';

/** A request that was answered. */
export interface AnswerSeen {
  /** Undefined: there is no operation at this path. */
  readonly operationId: string | undefined;
  readonly status: number;
  readonly durationMs: number;
}

/** Counts what the parts of this process tell it. */
export interface Metrics {
  readonly onAnswer: (answer: AnswerSeen) => void;
  /** A request was answered 429: its owner sends too much, or too many credentials that open nothing came. */
  readonly onLimited: (surface: 'scim' | 'directory', reason: 'owner' | 'unknown') => void;
  readonly onRelayed: (events: number, durationMs: number) => void;
  readonly onAttempt: (attempt: Omit<AttemptSeen, 'status'>) => void;
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

/** Makes the metrics of a process. Nothing is read from the database until somebody asks. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerDatabaseGauges(registry, { labelledEndpoints, ...options });
  const { requests, limited, relayed, batches, attempts, attemptDurations, leases, failures } =
    registerProcessMetrics(registry);
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
