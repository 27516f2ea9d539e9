import { expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

/** Items that run until the test ends them. */
function createItems() {
  const running = new Map<string, () => void>();
  return {
    running,
    run: (item: string) => new Promise<void>((resolve) => running.set(item, resolve)),
    async end(item: string) {
      running.get(item)?.();
      running.delete(item);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('runs some of each lane at once, the others as those end', async () => {
  const items = createItems();
  const lanes = createLanes(2, items.run);
  for (const item of ['a1', 'a2', 'a3', 'a4', 'b1']) lanes.add(item.charAt(0), item);
  expect([...items.running.keys()]).toEqual(['a1', 'a2', 'b1']);
  expect(lanes.size).toBe(5);
  expect(['a', 'b', 'c'].map((lane) => lanes.sizeOf(lane))).toEqual([4, 1, 0]);
  expect(lanes.counts()).toEqual(new Map([['a', 4], ['b', 1]])); // prettier-ignore
  await items.end('a2');
  await items.end('b1');
  expect([...items.running.keys()]).toEqual(['a1', 'a3']);
  expect(lanes.counts()).toEqual(new Map([['a', 3]]));
});

it('takes out those that wait, and is idle when the others have ended', async () => {
  const items = createItems();
  const lanes = createLanes(1, items.run);
  for (const item of ['a1', 'a2', 'a3']) lanes.add('a', item);
  expect(lanes.clear()).toEqual(['a2', 'a3']);
  expect(lanes.size).toBe(1);
  let isIdle = false;
  const idle = lanes.idle().then(() => (isIdle = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isIdle).toBe(false);
  await items.end('a1');
  await idle;
  expect(lanes.size).toBe(0);
});

it('takes out those of one lane that wait', async () => {
  const items = createItems();
  const lanes = createLanes(1, items.run);
  for (const item of ['a1', 'a2', 'b1', 'b2']) lanes.add(item.charAt(0), item);
  expect(lanes.clear('a')).toEqual(['a2']);
  expect(lanes.clear('c')).toEqual([]);
  expect(lanes.counts()).toEqual(new Map([['a', 1], ['b', 2]])); // prettier-ignore
});

it('takes the last of those that wait out of a lane that has too many', async () => {
  const items = createItems();
  const lanes = createLanes(1, items.run);
  for (const item of ['a1', 'a2', 'a3', 'a4']) lanes.add('a', item);
  expect(lanes.trim('a', 2)).toEqual(['a3', 'a4']);
  expect(lanes.trim('a', 0)).toEqual(['a2']);
  expect(lanes.trim('b', 1)).toEqual([]);
  expect(lanes.size).toBe(1);
});
