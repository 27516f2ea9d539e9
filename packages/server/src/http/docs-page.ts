import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { answerHeaders } from './answer-headers.ts';

/** Where the page finds its script, relative to the server's root. */
export const docsScriptPath = '/docs/redoc.standalone.js';

/** What Redoc wants of other hosts, such as its logo, is refused, and it does without. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  // Redoc writes its styles into the page, and searches in a worker that it makes of itself.
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const fonts = { fontFamily: 'system-ui, sans-serif' };
const theme = JSON.stringify({ typography: { ...fonts, headings: fonts } });

/** The reference page: the contract, shown by Redoc. Addresses are relative, so that it works below a path too. */
export const docsPage = {
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
  },
  html: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>dirsync</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0 }</style>
  </head>
  <body>
    <redoc spec-url="openapi.json" theme='${theme}'></redoc>
    <noscript>The contract itself is at <a href="openapi.json">openapi.json</a>.</noscript>
    <script src="${docsScriptPath.slice(1)}"></script>
  </body>
</html>
`,
} as const;

/** Redoc: beside the built program, or where it was installed to build from. */
function scriptFile(): URL {
  const built = new URL('assets/redoc.standalone.js', import.meta.url);
  return existsSync(built) ? built : new URL(import.meta.resolve('redoc/bundles/redoc.standalone.js'));
}

let script: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** The script of the page. */
export async function docsScript(requestId: string): Promise<Response> {
  script ??= readFile(scriptFile());
  return new Response(await script, {
    headers: answerHeaders(requestId, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  });
}
