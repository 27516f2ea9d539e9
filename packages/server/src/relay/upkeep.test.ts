import { pino } from 'pino';
import { expect, it } from 'vitest';
import { leadUpkeep } from '../store/upkeep.ts';
import { onEachDatabase, onPostgres } from '../store/testing/databases.ts';
import { createUpkeep } from './upkeep.ts';
import type { Chore } from './upkeep.ts';

const logger = pino({ enabled: false });
const hour = 3_600_000;

onEachDatabase((test) => {
  it('does each chore until there is no more of it, and is not held up by one that fails', async () => {
    const { database } = test;
    const done: string[] = [];
    let isOver: () => void;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    const chores: Chore[] = [
      {
        name: 'long',
        run: async () => done.push('long') < 3,
      },
      {
        name: 'broken',
        run: async () => {
          done.push('broken');
          throw new Error('Broken.');
        },
      },
      {
        name: 'last',
        run: async () => {
          done.push('last');
          isOver();
          return false;
        },
      },
    ];
    const upkeep = createUpkeep({ database, logger, chores, pauseMs: hour });
    upkeep.start();
    await over;
    await upkeep.stop();
    expect(done).toEqual(['long', 'long', 'long', 'broken', 'last']);
  });
});

onPostgres((test) => {
  it('leaves the chores to another process that does them', async () => {
    const { database } = test;
    const other = test.connectAgain();
    await database.transaction(async (tx) => {
      expect(await leadUpkeep(tx)).toBe(true);
      expect(await other.transaction(leadUpkeep)).toBe(false);
    });
    expect(await other.transaction(leadUpkeep)).toBe(true);
  });
});
