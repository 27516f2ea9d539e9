import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'tsup';

const redoc = dirname(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js'));

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  format: ['esm'],
  target: 'node22',
  platform: 'node',
  // node:sqlite has no other name.
  removeNodeProtocol: false,
  splitting: true,
  clean: true,
  dts: { entry: { index: 'src/index.ts' } },
  // What the program reads beside itself: it looks for them relative to its own file.
  async onSuccess() {
    await cp('src/store/migrations', 'dist/migrations', { recursive: true });
    for (const file of ['redoc.standalone.js', 'redoc.standalone.js.LICENSE.txt']) {
      await cp(join(redoc, file), join('dist/assets', file));
    }
  },
});
