import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { AttemptSeen } from './delivery/worker-options.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Database } from './store/database.ts';
import { traceDatabase } from './tracing/trace-database.ts';
import type { Tracing } from './tracing/tracing.ts';

/** How a process is watched from outside. What nobody watches is not loaded, and costs nothing. */
export interface Watching {
  readonly metrics: Metrics | undefined;
  readonly tracing: Tracing | undefined;
  /** The database to use: when statements are traced, it tells of them. */
  readonly database: Database;
  readonly onRelayed: (events: number, durationMs: number) => void;
  readonly onAttempt: (attempt: AttemptSeen) => void;
  readonly onLeasesExpired: (count: number) => void;
  readonly stop: () => Promise<void>;
}

/** Starts what the settings ask for. */
export async function startWatching(
  { metricsToken, tracing: settings }: Config,
  database: Database,
  logger: Logger,
): Promise<Watching> {
  const tracing =
    settings && (await import('./tracing/otlp-tracing.ts')).createOtlpTracing({ ...settings, logger });
  const metrics =
    metricsToken === undefined
      ? undefined
      : // Its own statements are nobody's request.
        (await import('./metrics/metrics.ts')).createMetrics({ database });
  return {
    metrics,
    tracing,
    database: tracing === undefined ? database : traceDatabase(database, tracing),
    onRelayed(events, durationMs) {
      metrics?.onRelayed(events, durationMs);
      tracing?.onRelayed(events, durationMs);
    },
    onAttempt(attempt) {
      metrics?.onAttempt(attempt);
      tracing?.onAttempt(attempt);
    },
    onLeasesExpired: (count) => metrics?.onLeasesExpired(count),
    stop: async () => tracing?.stop(),
  };
}
