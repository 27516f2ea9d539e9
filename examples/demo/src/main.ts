import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { openStore, startProduct } from '@dirsync/example-product';
import type { Product, Store } from '@dirsync/example-product';
import { findDifferences } from './compare.ts';
import { playEntra } from './entra.ts';
import { createInterruption, raceInterruption } from './interruption.ts';
import { findLastEvent } from './log.ts';
import { playOkta } from './okta.ts';
import { printTitle } from './output.ts';
import { readPeople, signUp } from './product-pages.ts';
import { createProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import { createScimConnection } from './scim.ts';
import { startServer } from './server.ts';
import { createTenant, listPeople } from './tenant.ts';
import type { LastChange, Tenant } from './tenant.ts';

interface Company {
  readonly name: string;
  readonly provider: 'okta' | 'entra';
  /** What its identity provider adds to every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly play: (tenant: Tenant) => Promise<LastChange>;
}

const companies: readonly Company[] = [
  {
    name: 'Acme',
    provider: 'okta',
    headers: { 'User-Agent': 'Okta SCIM Client 1.0.0', 'Accept-Charset': 'utf-8' },
    play: playOkta,
  },
  { name: 'Globex', provider: 'entra', headers: {}, play: playEntra },
];

interface Stage {
  readonly dirsync: Dirsync;
  readonly product: Product;
  readonly progress: Progress;
  readonly interruption: AbortSignal;
}

/** One customer from sign-up to the last change; true when the product ends with the same people. */
async function play(company: Company, stage: Stage): Promise<boolean> {
  const { name, provider, headers } = company;
  const { dirsync, product, progress, interruption } = stage;
  printTitle(`${name} signs up, and its administrator connects ${provider}.`);
  const connection = await signUp(product, { name, provider });
  const tenant = createTenant(createScimConnection({ ...connection, speaker: provider, headers }));
  const last = await company.play(tenant);

  const { directoryId, sequence } = await findLastEvent(dirsync, last, interruption);
  await progress.wait(directoryId, sequence);
  const { isConnected, ...people } = await readPeople(product, connection);
  const differences = [
    ...(isConnected ? [] : [`The product does not know that ${name} is connected.`]),
    ...findDifferences(listPeople(tenant), people),
  ];
  for (const difference of differences) console.log(difference);
  const { users, groups } = people;
  console.log(`${name}: ${sequence} events, ${users.length} users, ${groups.length} groups at the product.`);
  return differences.length === 0;
}

/** `DEMO_MISS` makes the product miss the events of one type, for the test that wants to see this fail. */
function openProductStore(): Store {
  const store = openStore();
  const missed = process.env['DEMO_MISS'];
  return { ...store, once: (event, change) => store.once(event, event.type === missed ? () => {} : change) };
}

async function demo(): Promise<boolean> {
  const interruption = createInterruption(120_000);
  printTitle('The server starts on a temporary database, and the product beside it.');
  await using server = await startServer();
  const dirsync = createDirsync({ baseUrl: server.url, apiKey: server.apiKey });
  const progress = createProgress();
  await using product = await startProduct({ dirsync, store: openProductStore(), onEvent: progress.note });

  const verdicts: boolean[] = [];
  for (const company of companies) {
    const playing = play(company, { dirsync, product, progress, interruption });
    verdicts.push(await raceInterruption(playing, interruption));
  }
  return verdicts.every(Boolean);
}

const isEqual = await demo();
printTitle(
  isEqual
    ? 'Verdict: the product holds the same people and groups as the tenants.'
    : 'Verdict: the product differs from the tenants.',
);
process.exitCode = isEqual ? 0 : 1;
