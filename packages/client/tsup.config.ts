import { defineConfig } from 'tsup';

export default defineConfig({
  // What `exports` of package.json names.
  entry: { index: 'src/index.ts', mirror: 'src/mirror/index.ts', testing: 'src/testing/index.ts' },
  tsconfig: 'tsconfig.shipped.json',
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  // An error is of the same class in every entry.
  splitting: true,
  clean: true,
  dts: true,
});
