/** Aborted when the process is told to end, or when the time is up: what was started is stopped then too. */
export function createInterruption(timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(`Stopped by ${signal}.`)));
  }
  return AbortSignal.any([controller.signal, AbortSignal.timeout(timeoutMs)]);
}

/** Waits for what runs, but not longer than until the interruption. */
export async function raceInterruption<Result>(
  running: Promise<Result>,
  interruption: AbortSignal,
): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const interrupt = (): void => reject(interruption.reason);
  if (interruption.aborted) interrupt();
  interruption.addEventListener('abort', interrupt);
  try {
    return await Promise.race([running, promise]);
  } finally {
    interruption.removeEventListener('abort', interrupt);
  }
}
