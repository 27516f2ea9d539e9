import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installEmbedded } from '../harness/installation.ts';
import { metricsToken } from '../harness/metrics.ts';
import { root, runToEnd } from '../harness/server-process.ts';

const page = await readFile(join(root, 'docs/operations.md'), 'utf8');

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name]) => String(name)));
}

/** A process starts slowly on a busy machine. */
const timeout = 120_000;

it('the page on operations names every metric of a server, and no other', { timeout }, async () => {
  const installation = await installEmbedded();
  try {
    const server = await installation.start({ env: { DIRSYNC_METRICS_TOKEN: metricsToken } });
    const metrics = await fetch(`${server.url}/metrics`, {
      headers: { authorization: `Bearer ${metricsToken}` },
    });
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const served = namesIn(await metrics.text(), /^# TYPE (\w+) /gm);
    for (const headers of [{}, { authorization: `Bearer ${server.apiKey}` }]) {
      expect((await fetch(`${server.url}/metrics`, { headers })).status).toBe(401);
    }
    await server.stop();

    const named = namesIn(page, /`((?:dirsync|process|nodejs)_[a-z\d_]+)`/g);
    expect([...served].filter((name) => !named.has(name))).toEqual([]);
    // Some metrics of processes are there on Linux only.
    const missing = [...named].filter((name) => !served.has(name) && !name.startsWith('process_'));
    expect(missing).toEqual([]);
    if (process.platform === 'linux') expect([...named].filter((name) => !served.has(name))).toEqual([]);
    // Alerts ask for series of these metrics.
    const asked = namesIn(page, /\b(dirsync_[a-z_]+?)(?:_count|_sum|_bucket)?(?=[[{)])/g);
    expect([...asked].filter((name) => !served.has(name))).toEqual([]);
  } finally {
    await installation.remove();
  }
});

it('the page on operations names no setting that there is not', async () => {
  const { lines } = await runToEnd({ env: { DIRSYNC_UNKNOWN: '1' } });
  const named = namesIn(page, /`((?:DIRSYNC|LOG)_[A-Z_]+)(?:=\w+)?`/g);
  expect(named.size).toBeGreaterThan(5);
  for (const name of named) expect(lines.join('\n')).toMatch(new RegExp(`\\b${name}\\b`));
});
