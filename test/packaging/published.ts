/** What a package publishes: a change here is a change for its users. */
export interface PublishedPackage {
  readonly name: string;
  /** Every file of the tarball; the hash in a chunk's name is `*`. */
  readonly files: readonly string[];
  /** The names that each entry exports at run time. */
  readonly entries: Readonly<Record<string, readonly string[]>>;
}

export const webhooks: PublishedPackage = {
  name: 'webhooks',
  files: [
    'LICENSE',
    'README.md',
    'dist/chunk-*.cjs',
    'dist/chunk-*.cjs',
    'dist/chunk-*.js',
    'dist/chunk-*.js',
    'dist/crypto-node.cjs',
    'dist/crypto-node.js',
    'dist/crypto-web.cjs',
    'dist/crypto-web.js',
    'dist/index.cjs',
    'dist/index.d.cts',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/node.cjs',
    'dist/node.d.cts',
    'dist/node.d.ts',
    'dist/node.js',
    'dist/receiver-*.d.cts',
    'dist/receiver-*.d.ts',
    'package.json',
  ],
  entries: {
    '@dirsync/webhooks': [
      'WebhookVerificationError',
      'createReceiver',
      'exhaustive',
      'safeVerify',
      'sign',
      'verify',
      'verifyBytes',
    ],
    '@dirsync/webhooks/node': ['toNodeHandler'],
  },
};

export const client: PublishedPackage = {
  name: 'client',
  files: [
    'LICENSE',
    'README.md',
    'dist/index.cjs',
    'dist/index.d.cts',
    'dist/index.d.ts',
    'dist/index.js',
    'package.json',
  ],
  entries: {
    '@dirsync/client': [
      'ApiError',
      'AuthenticationError',
      'ConflictError',
      'ConnectionError',
      'CursorExpiredError',
      'DirsyncError',
      'InvalidRequestError',
      'NotFoundError',
      'PaginationError',
      'PermissionError',
      'RateLimitError',
      'ServerError',
      'TimeoutError',
      'createDirsync',
      'memoryCursorStore',
    ],
  },
};

export const server: PublishedPackage = {
  name: 'server',
  files: [
    'LICENSE',
    'README.md',
    'dist/assets/redoc.standalone.js',
    'dist/assets/redoc.standalone.js.LICENSE.txt',
    'dist/chunk-*.js',
    'dist/cli.js',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/migrations/001.do.directories.sql',
    'dist/migrations/002.do.resources.sql',
    'dist/migrations/003.do.events.sql',
    'dist/migrations/004.do.webhooks.sql',
    'package.json',
  ],
  entries: { '@dirsync/server': ['ConfigError', 'StartError', 'readConfig', 'startServer'] },
};
