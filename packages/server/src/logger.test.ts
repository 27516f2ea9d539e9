import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

/** What was written, parsed. */
function createMemory() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, write };
}

test('writes JSON with the time in UTC, from the level on', () => {
  const memory = createMemory();
  const logger = createLogger('warn', memory);
  logger.info('not this');
  logger.warn({ requestId: 'r1', route: '/v1/directories' }, 'this');
  expect(memory.lines).toEqual([
    expect.objectContaining({
      level: 40,
      time: expect.stringMatching(/Z$/),
      requestId: 'r1',
      route: '/v1/directories',
      msg: 'this',
    }),
  ]);
});

test('writes no secrets, wherever they stand', () => {
  const memory = createMemory();
  const logger = createLogger('info', memory);
  logger.info({ token: 'dst_1', headers: { authorization: 'Bearer dst_2' }, user: { password: 'pw' } }, 'a');
  expect(JSON.stringify(memory.lines)).not.toMatch(/dst_|pw/);
});

test('of an error it writes message, stack, code and cause, and not what a database tells of people', () => {
  const memory = createMemory();
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(ann@example.com)',
  });
  createLogger('info', memory).error({ err: new Error('request failed', { cause }) }, 'failed');
  expect(memory.lines[0]?.['err']).toEqual({
    type: 'Error',
    message: 'request failed',
    stack: expect.stringContaining('logger.test.ts'),
    cause: { type: 'Error', message: 'duplicate key', stack: expect.any(String), code: '23505' },
  });
});
