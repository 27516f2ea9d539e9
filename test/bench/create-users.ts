import type { Directory } from './bench.ts';
import { userBody } from './bodies.ts';
import { load } from './http-load.ts';

let serial = 0;

/** Makes users over so many connections. */
export async function createUsers(
  { origin, path, headers }: Directory,
  count: number,
  at: number,
): Promise<void> {
  await load({
    ...{ origin, headers, connections: at, requests: count },
    request: () => ({ method: 'POST', path: `${path}/Users`, body: userBody(`event-${(serial += 1)}`) }),
  });
}
