import { expect, test } from 'vitest';
import { docsPage, docsScript, docsScriptPath } from './docs-page.ts';

test('the page loads nothing from another host', () => {
  const addresses = [...docsPage.html.matchAll(/(?:src|href|spec-url)="([^"]*)"/g)].map(
    ([, address]) => address,
  );
  expect(addresses.filter((address) => /^(?:https?:)?\/\//.test(address ?? ''))).toEqual([]);
  expect(addresses).toContain(docsScriptPath.slice(1));
  const policy = docsPage.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('http');
});

test('the script of the page is Redoc from this machine', async () => {
  const response = await docsScript('request');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toContain('spec-url');
});
