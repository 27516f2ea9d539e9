/**
 * Waits, or rejects with the signal's reason as soon as it is aborted.
 *
 * @example
 * ```ts
 * // A test that waits for nothing, and sees how long it would have been.
 * const waits: number[] = [];
 * const sleep: Sleep = async (ms) => void waits.push(ms);
 * const dirsync = createDirsync({ apiKey, baseUrl, sleep });
 * ```
 */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by `setTimeout`. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
