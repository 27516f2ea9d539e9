// Who may import whom: one direction, no cycles. Each layer of the server may use those below it.
const server = '^packages/server/src/';
const layers = {
  // What an endpoint may be is decided where it is sent to; nothing else of delivery is a handler's business.
  handlers: [
    'relay',
    'delivery/(?!address-guard|change-endpoint|endpoint-event|endpoint-keys|endpoint-view|json-web-key|replay|retry-delivery|test-endpoint).*',
  ],
  directory: ['handlers', 'http', 'delivery', 'app', 'contract', 'server', 'config'],
  scim: [
    'handlers',
    'http',
    'directory',
    'store',
    'relay',
    'delivery',
    'app',
    'contract',
    'server',
    'config',
  ],
  store: ['handlers', 'http', 'directory', 'relay', 'delivery', 'app', 'contract', 'server', 'config'],
  relay: ['handlers', 'http', 'metrics', 'tracing', 'app', 'contract', 'server', 'config'],
  delivery: ['handlers', 'http', 'metrics', 'tracing', 'app', 'contract', 'server', 'config'],
  metrics: ['handlers', 'http', 'directory', 'delivery', 'tracing', 'app', 'contract', 'server', 'config'],
  tracing: ['handlers', 'http', 'directory', 'delivery', 'metrics', 'app', 'contract', 'server', 'config'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-packages',
      comment: 'client and webhooks import nothing of ours.',
      severity: 'error',
      from: { path: '^packages/(client|webhooks)/' },
      to: { path: '^(packages/server|openapi|examples|test)/' },
    },
    {
      name: 'client-not-webhooks',
      severity: 'error',
      from: { path: '^packages/client/' },
      to: { path: '^packages/webhooks/' },
    },
    {
      name: 'webhooks-not-client',
      severity: 'error',
      from: { path: '^packages/webhooks/' },
      to: { path: '^packages/client/' },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/client/' },
    },
    {
      name: 'scim-is-pure',
      comment: 'scim/ knows no HTTP, no storage and no Node.',
      severity: 'error',
      from: { path: `${server}scim/`, pathNot: '[.]test[.]ts$|/testing/' },
      to: { dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'one-openapi-fetch',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: '/transport[.]ts$|[.]test' },
      to: { path: 'openapi-fetch' },
    },
    ...Object.entries(layers).map(([from, above]) => ({
      name: `${from}-only-downwards`,
      severity: 'error',
      from: { path: `${server}${from}/`, pathNot: '[.]test[.]ts$' },
      to: { path: `${server}(${above.join('|')})(/|[.]ts$)` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
