import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/adapters/node.ts',
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
  dts: { entry: { index: 'src/index.ts', node: 'src/adapters/node.ts' } },
});
