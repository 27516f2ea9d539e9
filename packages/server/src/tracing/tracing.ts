import type { AttemptSeen } from '../delivery/worker-options.ts';

/** A request that was answered, as its span tells it. */
export interface TracedRequest {
  readonly method: string;
  /** Undefined: there is no operation at this path. */
  readonly operationId: string | undefined;
  /** The path of the operation in the contract. */
  readonly route: string | undefined;
  readonly status: number;
}

/** Tells a collector of traces what this process does, and how long it takes. */
export interface Tracing {
  /** Runs a request in a span, below the one that the caller's `traceparent` names; answers the id of the trace. */
  readonly request: (
    headers: Headers,
    run: () => Promise<void>,
    describe: () => TracedRequest,
  ) => Promise<string>;
  /** Runs a statement; it has a span when it belongs to a request. */
  readonly statement: <T>(name: string, run: () => Promise<T>) => Promise<T>;
  /** A batch that moved events to the log has ended. */
  readonly onRelayed: (events: number, durationMs: number) => void;
  readonly onAttempt: (attempt: AttemptSeen) => void;
  /** Sends what is not sent yet. */
  readonly stop: () => Promise<void>;
}
