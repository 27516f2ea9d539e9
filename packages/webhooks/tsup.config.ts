import { defineConfig } from 'tsup';

/** What `exports` of package.json names. */
const entries = {
  index: 'src/index.ts',
  node: 'src/adapters/node.ts',
  fastify: 'src/adapters/fastify.ts',
  hono: 'src/adapters/hono.ts',
  next: 'src/adapters/next.ts',
  lambda: 'src/adapters/lambda.ts',
  jwks: 'src/jwks.ts',
  memory: 'src/stores/memory.ts',
  postgres: 'src/stores/postgres.ts',
  diagnose: 'src/diagnose/diagnose.ts',
  testing: 'src/testing/testing.ts',
};

export default defineConfig({
  entry: {
    ...entries,
    'crypto-node': 'src/crypto-node.ts',
    'crypto-web': 'src/crypto-web.ts',
  },
  tsconfig: 'tsconfig.shipped.json',
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  splitting: true,
  clean: true,
  // The consumer's runtime or bundler chooses the backend, by the `imports` of package.json.
  external: ['#crypto', /^node:/],
  dts: { entry: entries },
});
