import { expect, it } from 'vitest';
import { toAnswer, toResponse } from './answer.ts';

it('answers the code as JSON, and when to come again', async () => {
  const result = { status: 503, code: 'retry_later', retryAfterSeconds: 0 };
  const headers = { 'retry-after': '0', 'content-type': 'application/json' };
  expect(toAnswer(result)).toStrictEqual({ status: 503, headers, body: '{"code":"retry_later"}' });
  const response = toResponse(result);
  expect([response.status, Object.fromEntries(response.headers)]).toStrictEqual([503, headers]);
  expect(await response.text()).toBe('{"code":"retry_later"}');
});

it('answers 204 without a body, whatever the code', async () => {
  const result = { status: 204, code: 'duplicate' };
  expect(toAnswer(result)).toStrictEqual({ status: 204, headers: {}, body: undefined });
  expect(toResponse(result).body).toBeNull();
});
