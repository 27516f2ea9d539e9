import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from '../harness/server-process.ts';
import { webhooks } from '../packaging/published.ts';
import { snippetsOf } from './snippets.ts';

// Each example compiles, as a module of its own: those in the comments and the README of @dirsync/webhooks, and those of
// the pages that are not shown from a file.

/** What a reader has of their own. */
const surroundings = `
declare global {
  const secrets: readonly string[];
  const url: string;
  const endpointId: string;
  const body: string;
  const request: Request;
  const error: unknown;
  const event: import('@dirsync/webhooks').WebhookEvent | import('@dirsync/webhooks').UnknownWebhookEvent;
  const receiver: import('@dirsync/webhooks').Receiver;
  const headers: Record<string, string>;
  const createWebhooks: () => import('@dirsync/webhooks').Receiver;
  const app: {
    post(path: string, handler: (...parameters: never[]) => unknown): void;
    register(plugin: (...parameters: never[]) => unknown, options: object): Promise<void>;
    addContentTypeParser(
      type: string,
      options: { parseAs: 'buffer' },
      parser: (request: unknown, body: Uint8Array, done: (error: null, body: unknown) => void) => void,
    ): void;
  };
  const pool: import('pg').Pool;
  const queue: { push(bytes: Uint8Array): Promise<void> };
  const migration: { query(text: string): Promise<void> };
  interface TransactionSql { unsafe(text: string, values: unknown[]): Promise<readonly unknown[]> }
  const sql: { begin<Result>(work: (transaction: TransactionSql) => Promise<Result>): Promise<Result> };
  interface Transaction { insertUnlessPresent(table: string, id: string): Promise<boolean> }
  const database: { transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> };
  const dirsync: import('@dirsync/client').Dirsync;
  const directory: import('@dirsync/client').Directory;
  const cursorStore: import('@dirsync/client').CursorStore;
  const handler: (event: object) => Promise<void>;
  const signal: AbortSignal;
  const isShutDown: boolean;
  function isMigrating(): Promise<boolean>;
  function isOurCustomer(event: object): boolean;
  function suspend(id: string): Promise<void>;
  function refresh(id: string): Promise<void>;
  function refreshGroup(id: string): Promise<void>;
  function handle(event: object): void;
  function invite(about: unknown): Promise<void>;
}
export {};
`;

const imports = [
  ...Object.entries(webhooks.entries).map(
    ([entry, names]) => `import { ${names.join(', ')} } from '${entry}';`,
  ),
  `import type { EventStore } from '@dirsync/webhooks';`,
  `import { createServer } from 'node:http';`,
].join('\n');

/** The examples in the comments of a file. */
function examplesOf(code: string): readonly string[] {
  const comments = code.match(/\/\*\*(?:(?!\*\/).)*@example(?:(?!\*\/).)*\*\//gs) ?? [];
  return comments.flatMap((comment) => blocksOf(comment.replaceAll(/^ *\* ?/gm, '')));
}

function blocksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/```ts\n(.*?)```/gs)].map(([, block = '']) => block);
}

/** A block with all names of the package; what returns is a part of a function. */
function asModule(block: string): string {
  const code = block.replaceAll(/^import .* from '@dirsync\/webhooks.*\n/gm, '');
  const isPart = /\breturn\b/.test(code) && !/^(import|export)/m.test(code);
  const body = isPart ? `export async function example() {\n${code}\n}` : code;
  return `${imports}\n${body}\nexport {};\n`;
}

it('every example compiles', async () => {
  const modules = new Map([[join(root, 'test/docs/surroundings.ts'), surroundings]]);
  const folder = join(root, 'packages/webhooks/src');
  for await (const file of glob('**/*.ts', { cwd: folder })) {
    if (/generated|\.test/.test(file)) continue;
    for (const [index, example] of examplesOf(await readFile(join(folder, file), 'utf8')).entries()) {
      const name = `${file.replaceAll('/', '-').replace('.ts', '')}-${index + 1}.ts`;
      modules.set(join(root, 'test/docs', name), asModule(example));
    }
  }
  const readme = await readFile(join(root, 'packages/webhooks/README.md'), 'utf8');
  for (const [index, block] of blocksOf(readme).entries()) {
    modules.set(join(root, 'test/docs', `readme-${index + 1}.ts`), asModule(block));
  }
  for await (const page of glob('docs/*.md', { cwd: root })) {
    const path = join(root, page);
    for (const [index, { text, source }] of snippetsOf(path, await readFile(path, 'utf8')).entries()) {
      const name = `${page.replaceAll(/\W/g, '-')}-${index + 1}.ts`;
      if (source === undefined) modules.set(join(root, 'test/docs', name), asModule(text));
    }
  }
  expect(modules.size).toBeGreaterThan(30);
  expect(faultsOf(modules)).toEqual([]);
});

function faultsOf(modules: ReadonlyMap<string, string>): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (path) => modules.has(path) || disk.fileExists(path);
  host.readFile = (path) => modules.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = modules.get(path);
    return text === undefined
      ? disk.getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return ts.getPreEmitDiagnostics(program, source).map(({ messageText, start = 0 }) => {
      const line = source?.text.slice(0, start).split('\n').length ?? 0;
      return `${path.slice(root.length)}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')} in ${source?.text.split('\n')[line - 1]}`;
    });
  });
}
