import type { DirsyncServer } from '@dirsync/server';
import express from 'express';
import type { Express } from 'express';

/** A product on Express, with dirsync below `/dirsync`. */
export function createExpressProduct(dirsync: DirsyncServer): Express {
  const app = express();
  // Before express.json(): dirsync reads the bodies of its requests itself.
  app.use('/dirsync', dirsync.listener);
  app.use(express.json());
  app.post('/echo', (request, response) => {
    response.json(request.body);
  });
  return app;
}
