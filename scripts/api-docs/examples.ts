import ts from 'typescript';
import type { DocumentedExport } from './model.ts';

/** An example, in the entry that it belongs to. */
export interface Example {
  readonly specifier: string;
  readonly name: string;
  readonly code: string;
}

/** The code of the examples of an export. */
export function examplesOf(specifier: string, { name, examples }: DocumentedExport): readonly Example[] {
  return examples.flatMap((text) =>
    [...text.matchAll(/```ts\n(?<code>.*?)```/gs)].map(({ groups }) => ({
      specifier,
      name,
      code: groups?.['code'] ?? '',
    })),
  );
}

/** What the examples take as given, beside the exports of the packages; what an example declares itself goes before. */
const given = `
declare const dirsync: import('@dirsync/client').Dirsync;
declare const cursorStore: import('@dirsync/client').CursorStore;
declare const mirrorStore: import('@dirsync/client/mirror').MirrorStore;
declare const handler: (event: import('@dirsync/client').DirectoryEvent) => Promise<void>;
declare const receiver: import('@dirsync/webhooks').Receiver;
declare const createWebhooks: () => import('@dirsync/webhooks').Receiver;
declare const event: import('@dirsync/webhooks').WebhookEvent;
declare const signal: AbortSignal, request: Request, error: unknown;
declare const apiKey: string, baseUrl: string, url: string, body: string, secrets: string[];
declare const directoryId: string, userId: string, endpointId: string;
declare type Transaction = any;
declare const database: { transaction<Result>(work: (transaction: any) => Promise<Result>): Promise<Result> };
declare const app: {
  addContentTypeParser(
    type: string,
    options: object,
    parser: (request: unknown, body: any, done: (error: null, body: any) => void) => void,
  ): void;
  post(path: string, ...handlers: any[]): void;
  register(plugin: any, options?: object): void;
};
declare const migration: any, queue: any, redis: any, sql: any;
declare type TransactionSql = { unsafe(text: string, values: readonly unknown[]): Promise<any> };
declare class Pool {
  connect(): Promise<import('@dirsync/webhooks/postgres').PostgresClient & { release(): void }>;
}
declare function suspend(id: string): Promise<void>;
declare function invite(user: unknown): Promise<void>;
declare function refresh(id: string): Promise<void>;
declare function isMigrating(): Promise<boolean>;
declare const isShutDown: boolean;
declare function isOurCustomer(event: import('@dirsync/webhooks').WebhookEvent): boolean;
declare const createServer: typeof import('node:http').createServer;
declare const setupServer: typeof import('msw/node').setupServer;
`;

/** What does not compile, as messages. `exportsOf` names what each entry exports. */
export function compileExamples(
  examples: readonly Example[],
  exportsOf: ReadonlyMap<string, readonly string[]>,
  folder: string,
): readonly string[] {
  const files = new Map(
    examples.map(({ specifier, name, code }, index) => [
      `${folder}/example-${index}.ts`,
      {
        title: `${specifier}: ${name}`,
        text: importsOf(code, specifier, exportsOf) + asModule(code),
      },
    ]),
  );
  files.set(`${folder}/given.d.ts`, { title: 'given', text: given });
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts', 'lib.webworker.asynciterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['source'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (name) => files.has(name) || onDisk.fileExists(name);
  host.readFile = (name) => files.get(name)?.text ?? onDisk.readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const file = files.get(name);
    return file
      ? ts.createSourceFile(name, file.text, ts.ScriptTarget.ES2023)
      : onDisk.getSourceFile(name, ...rest);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, messageText }) => {
    const found = file && files.get(file.fileName);
    return found ? [`${found.title}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`] : [];
  });
}

/** Code without imports and exports may return and wait. */
function asModule(code: string): string {
  return /^(?:import|export) /m.test(code) ? code : `export async function example() {\n${code}}\n`;
}

/** Imports what an example names of its own entry, else of any other; what it declares itself it shadows. */
function importsOf(
  code: string,
  specifier: string,
  exportsOf: ReadonlyMap<string, readonly string[]>,
): string {
  const names = new Set(code.match(/\b[A-Za-z]\w*\b/g) ?? []);
  const imported = new Set(
    [...code.matchAll(/import (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(/[,\s]+/)),
  );
  const entries = [...exportsOf].toSorted(([one]) => (one === specifier ? -1 : 1));
  const taken = new Set<string>();
  return entries
    .map(([entry, exports]) => {
      const used = exports.filter((name) => names.has(name) && !imported.has(name) && !taken.has(name));
      for (const name of used) taken.add(name);
      return used.length > 0 ? `import { ${used.join(', ')} } from '${entry}';\n` : '';
    })
    .join('');
}
