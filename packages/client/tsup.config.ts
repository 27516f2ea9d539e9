import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
  tsconfig: 'tsconfig.shipped.json',
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  clean: true,
  dts: true,
});
