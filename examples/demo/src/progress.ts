import type { WebhookEvent } from '@dirsync/webhooks';
import { print } from './output.ts';

/** What the product has applied so far. */
export interface Progress {
  /** To be called with each event after it was applied. */
  readonly note: (event: WebhookEvent) => void;
  /** Resolves once the product has applied the events 1 to `sequence` of the directory. */
  wait(directoryId: string, sequence: number): Promise<void>;
}

export function createProgress(): Progress {
  const applied = new Map<string, Set<number>>();
  const watchers = new Set<() => void>();

  const countUpTo = (directoryId: string, sequence: number): number =>
    [...(applied.get(directoryId) ?? [])].filter((each) => each <= sequence).length;

  return {
    note(event) {
      // Events about an endpoint belong to no directory.
      if (!('sequence' in event)) return;
      const { directoryId, sequence, type } = event;
      const sequences = applied.get(directoryId) ?? new Set();
      applied.set(directoryId, sequences.add(sequence));
      print('product', '←', `#${sequence}`, `${type.padEnd(20)} ${subjectOf(event)}`);
      for (const watch of watchers) watch();
    },
    async wait(directoryId, sequence) {
      const { promise, resolve } = Promise.withResolvers<void>();
      // The sequence has no gaps, so as many as that are all of them.
      const watch = (): void => {
        if (countUpTo(directoryId, sequence) === sequence) resolve();
      };
      watchers.add(watch);
      watch();
      await promise;
      watchers.delete(watch);
    },
  };
}

function subjectOf({ data }: WebhookEvent): string {
  if ('user' in data && 'group' in data) return `${data.user.userName} in ${data.group.displayName}`;
  if ('user' in data) return data.user.userName;
  if ('group' in data) return data.group.displayName;
  return 'directory' in data ? data.directory.name : '';
}
