import { afterEach, expect, it, vi } from 'vitest';
import { createBackgroundLoop } from './background-loop.ts';

const hour = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

function createLogger() {
  const errors: unknown[] = [];
  return { errors, error: ({ err }: { err: unknown }) => void errors.push(err), warn: () => undefined };
}

/** Steps that a test lets go on one by one. */
function createSteps() {
  const started: (() => void)[] = [];
  let onStart: (() => void) | undefined;
  return {
    get count() {
      return started.length;
    },
    step: (pauseMs: number) => async () => {
      await new Promise<void>((resolve) => {
        started.push(resolve);
        onStart?.();
      });
      return pauseMs;
    },
    async until(count: number) {
      while (started.length < count) await new Promise<void>((resolve) => (onStart = resolve));
    },
    finish: (index: number) => started[index]?.(),
  };
}

it('goes on at once when it was woken during the step', async () => {
  const steps = createSteps();
  const loop = createBackgroundLoop({ name: 'test', step: steps.step(hour), logger: createLogger() });
  loop.start();
  await steps.until(1);
  loop.wake();
  steps.finish(0);
  await steps.until(2);
  const stopped = loop.stop();
  steps.finish(1);
  await stopped;
});

it('ends its pause when it is woken', async () => {
  const steps = createSteps();
  const loop = createBackgroundLoop({ name: 'test', step: steps.step(hour), logger: createLogger() });
  loop.start();
  await steps.until(1);
  steps.finish(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(steps.count).toBe(1);
  loop.wake();
  await steps.until(2);
  const stopped = loop.stop();
  steps.finish(1);
  await stopped;
});

it('rests after a step for so many times as long as that took, whatever wakes it', async () => {
  vi.useFakeTimers();
  let count = 0;
  const step = async (): Promise<number> => {
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 4));
    return hour;
  };
  const loop = createBackgroundLoop({ name: 'test', step, logger: createLogger(), rest: () => 5 });
  loop.start();
  await vi.advanceTimersByTimeAsync(4);
  loop.wake();
  await vi.advanceTimersByTimeAsync(19);
  expect(count).toBe(1);
  await vi.advanceTimersByTimeAsync(2);
  expect(count).toBe(2);
  const stopped = loop.stop();
  await vi.advanceTimersByTimeAsync(4);
  await stopped;
});

it('rests 50 milliseconds at the most, and not when there is more to do', async () => {
  vi.useFakeTimers();
  let count = 0;
  const step = async (): Promise<number> => {
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return count === 1 ? 0 : hour;
  };
  const loop = createBackgroundLoop({ name: 'test', step, logger: createLogger(), rest: () => 5 });
  loop.start();
  await vi.advanceTimersByTimeAsync(1001);
  expect(count).toBe(2);
  await vi.advanceTimersByTimeAsync(1000);
  loop.wake();
  await vi.advanceTimersByTimeAsync(48);
  expect(count).toBe(2);
  await vi.advanceTimersByTimeAsync(3);
  expect(count).toBe(3);
  const stopped = loop.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
});

it('finishes the running step when it is stopped, and starts no other', async () => {
  const steps = createSteps();
  const loop = createBackgroundLoop({ name: 'test', step: steps.step(0), logger: createLogger() });
  loop.start();
  await steps.until(1);
  let isStopped = false;
  const stopped = loop.stop().then(() => (isStopped = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isStopped).toBe(false);
  steps.finish(0);
  await stopped;
  expect(steps.count).toBe(1);
});

it('logs a step that throws, and repeats it', async () => {
  const logger = createLogger();
  let calls = 0;
  let succeed: (() => void) | undefined;
  const succeeded = new Promise<void>((resolve) => (succeed = resolve));
  const step = async (): Promise<number> => {
    calls += 1;
    if (calls < 3) throw new Error(`failure ${calls}`);
    succeed?.();
    return hour;
  };
  const loop = createBackgroundLoop({ name: 'test', step, logger });
  loop.start();
  await succeeded;
  await loop.stop();
  expect(logger.errors).toEqual([new Error('failure 1'), new Error('failure 2')]);
});
