import { expect, it, vi } from 'vitest';
import { onEachDatabase, onPostgres } from '../store/testing/databases.ts';
import { createWake } from './wake.ts';

onEachDatabase((test) => {
  it('wakes the listeners of this process at once', async () => {
    const wake = await createWake(test.database);
    const listener = vi.fn();
    const other = vi.fn();
    wake.subscribe('dirsync_inbox', listener);
    wake.subscribe('dirsync_events', other);
    wake.notify('dirsync_inbox');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
    await wake.close();
  });

  it('wakes once more for everything that came while it rested', async () => {
    const wake = await createWake(test.database);
    let calls = 0;
    const twice = new Promise<void>((resolve) => {
      wake.subscribe('dirsync_inbox', () => {
        calls += 1;
        if (calls === 2) resolve();
      });
    });
    for (let n = 0; n < 1000; n += 1) wake.notify('dirsync_inbox');
    expect(calls).toBe(1);
    await twice;
    await wake.close();
  });

  it('wakes no more who ended the subscription', async () => {
    const wake = await createWake(test.database);
    const listener = vi.fn();
    wake.subscribe('dirsync_inbox', listener)();
    wake.notify('dirsync_inbox');
    expect(listener).not.toHaveBeenCalled();
    await wake.close();
  });
});

onPostgres((test) => {
  it('wakes the listeners of other processes', async () => {
    const here = await createWake(test.database);
    const there = await createWake(test.connectAgain());
    const woken = new Promise<void>((resolve) => {
      there.subscribe('dirsync_deliveries', resolve);
    });
    here.notify('dirsync_deliveries');
    await woken;
    await here.close();
    await there.close();
  });

  it('wakes its own listeners once, though it hears itself', async () => {
    const wake = await createWake(test.database);
    const there = await createWake(test.connectAgain());
    let calls = 0;
    wake.subscribe('dirsync_deliveries', () => (calls += 1));
    wake.notify('dirsync_deliveries');
    // What the other process says comes behind what this one said.
    const heard = new Promise<void>((resolve) => {
      wake.subscribe('dirsync_events', resolve);
    });
    await new Promise<void>((resolve) => {
      there.subscribe('dirsync_deliveries', resolve);
    });
    there.notify('dirsync_events');
    await heard;
    expect(calls).toBe(1);
    await wake.close();
    await there.close();
  });

  it('tells other processes of the inbox only when nobody here sees to it', async () => {
    const here = await createWake(test.database);
    const there = await createWake(test.connectAgain());
    const heard: string[] = [];
    there.subscribe('dirsync_inbox', () => heard.push('inbox'));
    const unsubscribe = here.subscribe('dirsync_inbox', () => undefined);
    here.notify('dirsync_inbox');
    // What is said later is heard later.
    const later = new Promise<void>((resolve) => there.subscribe('dirsync_events', resolve));
    here.notify('dirsync_events');
    await later;
    expect(heard).toEqual([]);
    unsubscribe();
    const told = new Promise<void>((resolve) => {
      there.subscribe('dirsync_inbox', resolve);
    });
    here.notify('dirsync_inbox');
    await told;
    await here.close();
    await there.close();
  });

  it('reports a NOTIFY that could not be sent, and does not throw', async () => {
    const database = test.connectAgain();
    const failing = { ...database, query: () => Promise.reject(new Error('no connection')) };
    const reported = new Promise<unknown>((resolve) => {
      void createWake(failing, { onError: resolve }).then((wake) => wake.notify('dirsync_inbox'));
    });
    expect(await reported).toEqual(new Error('no connection'));
  });
});
