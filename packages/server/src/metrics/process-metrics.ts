import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** From a statement to the longest wait of a reader. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

export interface ProcessMetrics {
  readonly requests: Histogram<'operation' | 'status'>;
  readonly limited: Counter<'surface' | 'reason'>;
  readonly relayed: Counter<never>;
  readonly batches: Histogram<never>;
  readonly attempts: Counter<'endpoint' | 'outcome'>;
  readonly attemptDurations: Histogram<never>;
  readonly leases: Counter<never>;
  readonly failures: Counter<'task'>;
}

/** What a process counts by itself. */
export function registerProcessMetrics(registry: Registry): ProcessMetrics {
  const registers = [registry];
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const durations = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Histogram({ name, help, labelNames, buckets, registers });
  return {
    requests: durations(
      'dirsync_http_request_duration_seconds',
      'How long requests took, by operation of the contract and status.',
      ['operation', 'status'],
    ),
    limited: counter(
      'dirsync_rate_limited_total',
      'Requests that were answered 429, by surface and reason.',
      ['surface', 'reason'],
    ),
    relayed: counter(
      'dirsync_relay_events_total',
      'Events that this process moved from the inbox to the log.',
    ),
    batches: durations(
      'dirsync_relay_batch_duration_seconds',
      'How long the batches took that moved events to the log.',
    ),
    attempts: counter(
      'dirsync_delivery_attempts_total',
      'Attempts to deliver a webhook, by endpoint and outcome.',
      ['endpoint', 'outcome'],
    ),
    attemptDurations: durations(
      'dirsync_delivery_attempt_duration_seconds',
      'How long attempts took, to the end of the answer.',
    ),
    leases: counter(
      'dirsync_delivery_lease_expiries_total',
      'Deliveries that this process claimed because the lease of another claim had run out.',
    ),
    failures: counter(
      'dirsync_background_failures_total',
      'Errors of the work behind the requests, by task.',
      ['task'],
    ),
  };
}
