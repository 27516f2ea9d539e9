import { expect, it } from 'vitest';
import { concurrently } from '../harness/concurrently.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { nameOf, resourcesOf, search, withQuery } from '../harness/scim-lists.ts';
import { groupSchema, listSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

type Query = Readonly<Record<string, string | number>>;

/** A tenant with users u00, u01, …; every third has a title. */
async function withUsers(
  server: ServerAddress,
  count: number,
): Promise<{ readonly tenant: Tenant; readonly ids: readonly string[] }> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const ids = await concurrently(count, async (number) => {
    const title = number % 3 === 0 ? { title: `t${number % 2}` } : {};
    return idOf(
      await tenant.scim.post('/Users', { schemas: [userSchema], userName: userName(number), ...title }),
    );
  });
  return { tenant, ids };
}

function userName(number: number): string {
  return `u${String(number).padStart(2, '0')}`;
}

function cursorOf(answer: Answer, name: 'nextCursor' | 'previousCursor'): string | undefined {
  const cursor = objectOf(answer.body)[name];
  if (cursor === undefined) return undefined;
  // RFC 9865 section 2: unreserved characters only.
  expect(cursor).toMatch(/^[A-Za-z0-9._~-]+$/);
  return cursor as string;
}

/** Reads every page from an empty cursor on; `between` runs after each. */
async function readAll(
  tenant: Tenant,
  query: Query,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  const names: string[] = [];
  let cursor: string | undefined = '';
  for (let page = 1; cursor !== undefined; page += 1) {
    const answer: Answer = await tenant.scim.get(withQuery('/Users', { ...query, cursor }));
    names.push(...resourcesOf(answer).map(nameOf));
    cursor = cursorOf(answer, 'nextCursor');
    await between(page);
  }
  return names;
}

describeEachBackend('Pages by cursor', (server) => {
  it(
    'begin with an empty cursor and lead to the last page and back',
    { tags: ['rfc-133', 'rfc-134'] },
    async () => {
      const { tenant, ids } = await withUsers(server, 7);
      const get = (cursor: string) => tenant.scim.get(`/Users?count=3&cursor=${cursor}`);
      const [first, bare] = [await get(''), await tenant.scim.get('/Users?cursor&count=3')];
      expect(bare.body).toEqual(first.body);
      expect(first.body).toEqual({
        ...{ schemas: [listSchema], totalResults: 7, itemsPerPage: 3 },
        ...{ nextCursor: expect.any(String), Resources: resourcesOf(first) },
      });
      const second = await get(cursorOf(first, 'nextCursor') ?? '');
      const third = await get(cursorOf(second, 'nextCursor') ?? '');
      expect(third.body).toMatchObject({ totalResults: 7, itemsPerPage: 1 });
      expect(cursorOf(third, 'nextCursor')).toBeUndefined();
      const pages = [first, second, third].map((answer) => resourcesOf(answer).map(nameOf));
      expect(pages.flat().toSorted()).toEqual(ids.map((_, number) => userName(number)));
      const back = await get(cursorOf(third, 'previousCursor') ?? '');
      expect(back.body).toEqual(second.body);
      const start = await get(cursorOf(back, 'previousCursor') ?? '');
      expect(start.body).toEqual(first.body);
    },
  );

  it('show the same as pages by index, sorted and filtered alike', async () => {
    const { tenant } = await withUsers(server, 14);
    for (const query of [
      {},
      { filter: 'title pr' },
      { sortBy: 'userName', sortOrder: 'descending' },
      { sortBy: 'title' },
      { sortBy: 'title', sortOrder: 'descending', filter: 'userName ge "u03"' },
      { sortBy: 'meta.lastModified' },
    ] satisfies readonly Query[]) {
      const whole = resourcesOf(await tenant.scim.get(withQuery('/Users', query))).map(nameOf);
      expect(await readAll(tenant, { ...query, count: 3 }), JSON.stringify(query)).toEqual(whole);
    }
  });

  it('neither miss nor repeat a user while others come and go', { tags: ['rfc-79'] }, async () => {
    const { tenant, ids } = await withUsers(server, 12);
    const added = (page: number): readonly string[] => [`a${page}`, `u05-${page}`, `z${page}`];
    for (const query of [
      { count: 2 },
      { count: 2, sortBy: 'userName' },
      { count: 2, sortBy: 'title', sortOrder: 'descending' },
    ]) {
      const doomed: string[] = [];
      const names = await readAll(tenant, query, async (page) => {
        // One that was listed and one that may not have been yet leave; three come, before and behind the page.
        for (const id of doomed.splice(0))
          expect((await tenant.scim.delete(`/Users/${id}`)).status).toBe(204);
        if (page > 4) return;
        for (const name of added(page)) {
          const created = await tenant.scim.post('/Users', {
            schemas: [userSchema],
            userName: `${name}-${JSON.stringify(query).length}`,
          });
          doomed.push(idOf(created));
        }
        await tenant.scim.patch(`/Users/${ids[page]}`, {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
          Operations: [{ op: 'replace', path: 'nickName', value: `n${page}${JSON.stringify(query).length}` }],
        });
      });
      const stayed = names.filter((name) => /^u\d\d$/.test(name));
      expect(stayed.toSorted(), JSON.stringify(query)).toEqual(ids.map((_, number) => userName(number)));
      for (const id of doomed) await tenant.scim.delete(`/Users/${id}`);
    }
  });

  it('go on behind a user who was deleted', async () => {
    const { tenant } = await withUsers(server, 6);
    const query = { sortBy: 'userName', count: 2 };
    const first = await tenant.scim.get(withQuery('/Users', { ...query, cursor: '' }));
    for (const { id } of resourcesOf(first)) await tenant.scim.delete(`/Users/${String(id)}`);
    const second = await tenant.scim.get(
      withQuery('/Users', { ...query, cursor: cursorOf(first, 'nextCursor') ?? '' }),
    );
    expect(resourcesOf(second).map(nameOf)).toEqual(['u02', 'u03']);
    // Of the pages that began with the first, which counted.
    expect(second.body).toMatchObject({ totalResults: 6 });
    const anew = await tenant.scim.get(withQuery('/Users', { ...query, cursor: '' }));
    expect(anew.body).toMatchObject({ totalResults: 4 });
  });

  it(
    'belong to one query of one directory, and one count',
    { tags: ['rfc-136', 'rfc-138', 'rfc-139'] },
    async () => {
      const { tenant } = await withUsers(server, 6);
      const query = { filter: 'userName sw "u"', sortBy: 'userName', count: 2 };
      const first = await tenant.scim.get(withQuery('/Users', { ...query, cursor: '' }));
      const cursor = cursorOf(first, 'nextCursor') ?? '';
      const again = (changed: Query, endpoint = '/Users', on = tenant) =>
        on.scim.get(withQuery(endpoint, { ...query, cursor, ...changed }));
      expect(resourcesOf(await again({})).map(nameOf)).toEqual(['u02', 'u03']);
      expect(resourcesOf(await again({ attributes: 'userName' })).map(nameOf)).toEqual(['u02', 'u03']);
      const other = await createTenant(server, { provider: 'generic', identityProvider: okta });
      const foreign = [
        await again({ filter: 'userName sw "U"' }),
        await again({ sortBy: 'title' }),
        await again({ sortOrder: 'descending' }),
        await again({}, ''),
        await again({}, '/Users', other),
        await again({ cursor: `${cursor}A` }),
        await again({ cursor: cursor.slice(1) }),
        await again({ cursor: 'AAAA' }),
        await again({ cursor: 'not a cursor' }),
        await again({ cursor: cursor.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }),
      ];
      for (const answer of foreign)
        expect(answer).toMatchObject({ status: 400, body: scimError(400, 'invalidCursor') });
      expect(await again({ count: 3 })).toMatchObject({ status: 400, body: scimError(400, 'invalidCount') });
      expect(await again({ count: 'two' })).toMatchObject({
        status: 400,
        body: scimError(400, 'invalidCount'),
      });
      expect(await again({ startIndex: 1 })).toMatchObject({
        status: 400,
        body: scimError(400, 'invalidValue'),
      });
    },
  );

  it('count as pages by index do', { tags: ['rfc-135'] }, async () => {
    const { tenant } = await withUsers(server, 3);
    for (const count of [0, -4]) {
      const { body } = await tenant.scim.get(withQuery('/Users', { cursor: '', count }));
      expect(body).toEqual({ schemas: [listSchema], totalResults: 3, itemsPerPage: 0, Resources: [] });
    }
    for (const target of ['/Users?cursor=', '/Users?cursor=&count=9999', '/Users?cursor=&count=3']) {
      const answer = await tenant.scim.get(target);
      expect(resourcesOf(answer)).toHaveLength(3);
      expect(cursorOf(answer, 'nextCursor')).toBeUndefined();
    }
    // Without a cursor a list is paged by index.
    expect((await tenant.scim.get('/Users?count=1')).body).toMatchObject({ startIndex: 1 });
    expect(cursorOf(await tenant.scim.get('/Users?count=1'), 'nextCursor')).toBeUndefined();
  });

  it(
    'are there for groups, for .search and across both types',
    { tags: ['rfc-134', 'rfc-139'] },
    async () => {
      const { tenant } = await withUsers(server, 3);
      for (const displayName of ['g1', 'g2'])
        await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName });
      for (const [endpoint, expected] of [
        ['/Groups', ['g1', 'g2']],
        ['/Users', ['u00', 'u01', 'u02']],
        ['', ['g1', 'g2', 'u00', 'u01', 'u02']],
      ] as const) {
        const names: string[] = [];
        let cursor: string | undefined = '';
        while (cursor !== undefined) {
          const answer: Answer = await search(tenant, endpoint, { cursor, count: 2, filter: 'id pr' });
          names.push(...resourcesOf(answer).map(nameOf));
          cursor = cursorOf(answer, 'nextCursor');
          expect(answer.body).toMatchObject({ totalResults: expected.length });
        }
        expect(names.toSorted()).toEqual(expected);
      }
    },
  );
});
