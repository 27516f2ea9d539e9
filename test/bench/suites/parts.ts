import { applyPatch, compat, parseFilter, parsePatchRequest, userResourceType } from '@dirsync/server/scim';
import type { ScimResource } from '@dirsync/server/scim';
import { sign, verify } from '@dirsync/webhooks';
import { parse as parseWithPeer } from 'scim2-parse-filter';
import { scimPatch } from 'scim-patch';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import type { Bench, Suite } from '../bench.ts';
import { patchBody, userBody } from '../bodies.ts';
import { compare } from '../compare.ts';
import { comparisonColumns, comparisonRow } from '../table.ts';
import type { Goal, Table } from '../table.ts';

/** The parts that can be taken out, each beside the library that is known for it, in this process. */
export const parts: Suite = {
  name: 'parts',
  title: 'The parts beside their peers',
  run: async (bench) => [await verification(bench), await filters(bench), await patches(bench)],
};

type Call = () => unknown;

/** Calls per second; an answer that is a promise is waited for. */
async function rate(call: Call, seconds: number): Promise<number> {
  const batch = 200;
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < seconds * 1000) {
    for (let n = 0; n < batch; n += 1) {
      const answer = call();
      if (answer instanceof Promise) await answer;
    }
    calls += batch;
  }
  return calls / ((performance.now() - start) / 1000);
}

async function table(
  bench: Bench,
  title: string,
  note: string,
  pairs: readonly (readonly [what: string, ours: Call, theirs: Call, goal?: Goal])[],
): Promise<Table> {
  bench.log(title);
  const seconds = bench.seconds / 3;
  const rows: (readonly string[])[] = [];
  for (const [what, ours, theirs, goal] of pairs) {
    // Once before, so that neither is measured cold.
    await rate(ours, seconds / 3);
    await rate(theirs, seconds / 3);
    const comparison = await compare(
      () => rate(ours, seconds),
      () => rate(theirs, seconds),
      bench.rounds,
    );
    rows.push(comparisonRow(what, comparison, goal));
  }
  return { title, columns: comparisonColumns, rows, note };
}

async function verification(bench: Bench): Promise<Table> {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=';
  const body = JSON.stringify({
    id: 'msg_1',
    type: 'user.created',
    data: { user: JSON.parse(userBody('webhook')) as unknown },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = { ...(await sign({ id: 'msg_1', timestamp, body }, { secrets: [secret] })) };
  const svixHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace('webhook-', 'svix-'), value]),
  );
  const standard = new StandardWebhook(secret);
  const svix = new SvixWebhook(secret);
  const options = { secrets: [secret] };
  const ours = (): unknown => verify({ headers, body }, options);
  return table(
    bench,
    'Verified webhooks per second, 1 KB, headers to event',
    'In this process, through `node:crypto`.',
    [
      ['`standardwebhooks`', ours, () => standard.verify(body, headers), { atLeast: 2 }],
      ['`svix`', ours, () => svix.verify(body, svixHeaders)],
    ],
  );
}

function filters(bench: Bench): Promise<Table> {
  const texts = [
    'userName eq "ada@acme.example"',
    'emails[type eq "work" and value co "@acme.example"] and active eq true',
    'not (name.familyName sw "L") or (title pr and meta.lastModified gt "2026-01-01T00:00:00Z")',
  ];
  return table(
    bench,
    'Parsed filters per second, beside `scim2-parse-filter`',
    'Text to tree.',
    texts.map((text) => [
      `\`${text}\``,
      () => parseFilter(text, compat),
      () => parseWithPeer(text),
      { atLeast: 1 },
    ]),
  );
}

function patches(bench: Bench): Promise<Table> {
  const user = JSON.parse(userBody('patched')) as ScimResource;
  const body = JSON.parse(
    patchBody(
      { op: 'replace', path: 'displayName', value: 'Ada King' },
      { op: 'replace', path: 'name.familyName', value: 'King' },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'ada.king@acme.example' },
      { op: 'add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '+44 7700 900000' }] },
      { op: 'replace', path: 'active', value: false },
    ),
  ) as { readonly Operations: Parameters<typeof scimPatch>[1] };
  const theirUser = { ...user, schemas: [...(user['schemas'] as string[])] } as unknown as Parameters<
    typeof scimPatch
  >[0];
  return table(
    bench,
    'Applied PATCH requests per second, beside `scim-patch`',
    'Five operations as Entra sends them, on a user of 1 KB, which both leave as it was.',
    [
      [
        'five operations',
        () =>
          applyPatch(userResourceType, user, parsePatchRequest(userResourceType, body, compat), {
            mode: compat,
          }),
        () => scimPatch(theirUser, body.Operations, { mutateDocument: false }),
        { atLeast: 1 },
      ],
    ],
  );
}
