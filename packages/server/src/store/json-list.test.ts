import { expect, it } from 'vitest';
import { jsonArray, jsonList } from './json-list.ts';
import { onEachDatabase } from './testing/databases.ts';

onEachDatabase((test) => {
  async function travel(texts: readonly (string | null)[]): Promise<readonly (string | null)[]> {
    const statement = {
      name: 'testing.json-list',
      text: `select text from unnest(${jsonArray('$1', 'json')}) with ordinality as t (text, n) order by n`,
    };
    const rows = await test.database.query<{ text: string | null }>(statement, [jsonList(texts)]);
    return rows.map(({ text }) => text);
  }

  it.for<[what: string, texts: (string | null)[]]>([
    ['one', ['{"a":1}']],
    ['several, and null between them', ['{"a":1}', null, '[]', 'null', '""']],
    ['only null', [null, null]],
    ['what an array would escape', [JSON.stringify({ text: '{"\\",} NULL \t\n' })]],
    ['the separator, inside of a text', [JSON.stringify('a\u001Eb'), JSON.stringify('\u001E')]],
    ['other letters', [JSON.stringify('Ægir 🙂 \u2028')]],
    ['none', []],
  ])('brings %s as it was', async ([, texts]) => {
    expect(await travel(texts)).toEqual(texts);
  });
});
