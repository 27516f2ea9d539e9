import { createDirsyncServer, readConfig } from '@dirsync/server';
import { createExpressProduct } from './express.ts';

const { PORT = '3000', DIRSYNC_PUBLIC_URL = `http://127.0.0.1:${PORT}/dirsync` } = process.env;

const dirsync = await createDirsyncServer(readConfig({ ...process.env, DIRSYNC_PUBLIC_URL }));
const server = createExpressProduct(dirsync).listen(Number(PORT), '127.0.0.1', () => {
  console.log(`Identity providers reach dirsync at ${dirsync.publicUrl}.`);
  console.log(`API key: ${dirsync.newApiKey ?? dirsync.firstSteps?.apiKey ?? 'as before'}`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    void dirsync.close();
  });
}
