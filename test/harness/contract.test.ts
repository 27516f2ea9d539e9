import { expect, inject, it } from 'vitest';
import type { Exchange } from '@dirsync/server';
import { createContract, readContract } from './contract.ts';

const { embedded } = inject('servers');
const contract = createContract(await readContract(embedded.url));

const answer: Exchange = {
  method: 'DELETE',
  path: '/scim/v2/directory/Users/user',
  status: 404,
  headers: { 'content-type': 'application/scim+json; charset=utf-8', 'x-request-id': 'request' },
  body: JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '404',
    detail: 'There is no such user.',
  }),
};

it('allows what the contract declares', () => {
  expect(() => contract.check(answer)).not.toThrow();
  const { 'x-request-id': requestId } = answer.headers;
  contract.check({ ...answer, status: 204, headers: { 'x-request-id': String(requestId) }, body: '' });
});

it.for<readonly [what: string, changes: Partial<Exchange>, message: string]>([
  ['a status that is not declared', { status: 418 }, 'scimDeleteUser declares no status 418'],
  ['a body that is not declared', { status: 204 }, 'a body where none is declared'],
  ['another content type', { headers: { ...answer.headers, 'content-type': 'text/html' } }, 'text/html'],
  [
    'a header that is missing',
    { headers: { 'content-type': 'application/scim+json' } },
    'no header X-Request-Id',
  ],
  ['a body without a required member', { body: '{"status":"404"}' }, "must have required property 'detail'"],
  ['a body that is not JSON', { body: '<html>' }, '(body)'],
  ['an empty body', { body: '' }, '(body)'],
  ['200 where nothing is', { path: '/scim/v2/directory/Robots', status: 200 }, 'no operation'],
  ['405 without Allow', { path: '/scim/v2/directory/Robots', status: 405 }, '405 without an Allow header'],
  ['404 in another form', { path: '/v1/robots' }, 'not application/problem+json'],
])('refuses %s', ([, changes, message]) => {
  expect(() => contract.check({ ...answer, ...changes })).toThrow(message);
});
