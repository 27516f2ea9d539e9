/** Runs items at once, but only some of each lane; the others of the lane follow as those end. */
export interface Lanes<Item> {
  add(lane: string, item: Item): void;
  /** How many items run or wait. */
  readonly size: number;
  /** The same of one lane. */
  sizeOf(lane: string): number;
  /** The same of each lane that has any. */
  counts(): Map<string, number>;
  /** Takes the last of those that wait out of a lane, until it has no more than `size`, and answers them. */
  trim(lane: string, size: number): readonly Item[];
  /** Takes out those that wait, of one lane or of all. */
  clear(lane?: string): readonly Item[];
  /** Resolves when none runs. */
  idle(): Promise<void>;
}

interface Lane<Item> {
  running: number;
  readonly queue: Item[];
}

/** `run` must not reject. */
export function createLanes<Item>(concurrency: number, run: (item: Item) => Promise<void>): Lanes<Item> {
  const lanes = new Map<string, Lane<Item>>();
  let size = 0;
  // Counted: a set of what runs would cost as much as to sign a webhook.
  let running = 0;
  const idlers: (() => void)[] = [];

  function laneOf(name: string): Lane<Item> {
    const lane = lanes.get(name) ?? { running: 0, queue: [] };
    lanes.set(name, lane);
    return lane;
  }

  function fill(name: string, lane: Lane<Item>): void {
    while (lane.running < concurrency) {
      const item = lane.queue.shift();
      if (item === undefined) break;
      lane.running += 1;
      running += 1;
      void run(item).then(() => {
        lane.running -= 1;
        running -= 1;
        size -= 1;
        fill(name, lane);
        if (running === 0) for (const resolve of idlers.splice(0)) resolve();
      });
    }
    if (lane.running === 0) lanes.delete(name);
  }

  return {
    add(name, item) {
      const lane = laneOf(name);
      lane.queue.push(item);
      size += 1;
      fill(name, lane);
    },
    get size() {
      return size;
    },
    sizeOf(name) {
      const lane = lanes.get(name);
      return lane === undefined ? 0 : lane.running + lane.queue.length;
    },
    counts: () => new Map([...lanes].map(([name, lane]) => [name, lane.running + lane.queue.length])),
    trim(name, most) {
      const lane = lanes.get(name);
      if (lane === undefined) return [];
      const trimmed = lane.queue.splice(Math.max(0, most - lane.running));
      size -= trimmed.length;
      return trimmed;
    },
    clear(name) {
      const cleared = name === undefined ? [...lanes.values()] : [lanes.get(name)];
      const waiting = cleared.flatMap((lane) => lane?.queue.splice(0) ?? []);
      size -= waiting.length;
      return waiting;
    },
    async idle() {
      if (running > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}
