import type { DirsyncServer } from '@dirsync/server';
import { Hono } from 'hono';

/** A product on Hono, with dirsync below `/dirsync`. */
export function createHonoProduct(dirsync: DirsyncServer): Hono {
  const app = new Hono();
  app.mount('/dirsync', dirsync.fetch);
  app.post('/echo', async (c) => c.json(await c.req.json()));
  return app;
}
