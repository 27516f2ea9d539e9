/** For how long dirsync tries to deliver an event: after five days it disables the endpoint. */
const retrySpanSeconds = 432_000;

/** For as long as dirsync keeps events unless told otherwise: until then a person may repeat a delivery. */
export const defaultWindowSeconds = 2_592_000;

/** Refuses a window that forgets an event while its sender still tries. */
export function checkWindow(windowSeconds: number): void {
  if (windowSeconds >= retrySpanSeconds) return;
  throw new TypeError(
    `windowSeconds: expected at least ${retrySpanSeconds}, for so long an event is tried, got ${windowSeconds}`,
  );
}
