import { expect, it } from 'vitest';
import type { Statement } from './database.ts';
import { onEachDatabase } from './testing/databases.ts';

const times: Statement = {
  name: 'testing.times',
  text: `select '2026-11-30 23:14:54.12+00'::timestamptz as hundredths, '2026-11-30 23:14:54+00'::timestamptz as seconds,
    '2026-11-30 23:14:54.123987+00'::timestamptz as microseconds, '2026-11-30 23:14:54.007+05:30'::timestamptz as india`,
};

onEachDatabase((test) => {
  it.for(['UTC', 'Asia/Kolkata', 'America/New_York'])(
    'reads times as ISO 8601 in UTC from a session in %s',
    async (zone) => {
      await test.database.transaction(async (tx) => {
        await tx.query({ name: '', text: `set local time zone '${zone}'` });
        expect(await tx.query(times)).toEqual([
          {
            hundredths: '2026-11-30T23:14:54.120Z',
            seconds: '2026-11-30T23:14:54.000Z',
            microseconds: '2026-11-30T23:14:54.123Z',
            india: '2026-11-30T17:44:54.007Z',
          },
        ]);
      });
    },
  );
});
