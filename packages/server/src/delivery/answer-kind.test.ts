import { expect, it } from 'vitest';
import { answerKind } from './answer-kind.ts';

it.each([
  ['accepted', [200, 201, 202, 204, 299]],
  ['unavailable', [null, 408, 425, 500, 502, 503, 504, 599]],
  ['throttled', [429]],
  ['refused', [100, 300, 301, 307, 400, 401, 403, 404, 409, 422, 451]],
  ['gone', [410]],
] as const)('is %s with %j', (kind, statuses) => {
  for (const status of statuses)
    expect(answerKind({ status, retryAfter: undefined }), String(status)).toBe(kind);
});

it('is throttled with 503 when the receiver says for how long, and with no other 5xx', () => {
  expect(answerKind({ status: 503, retryAfter: '10' })).toBe('throttled');
  expect(answerKind({ status: 500, retryAfter: '10' })).toBe('unavailable');
});
