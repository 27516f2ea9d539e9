/** SCIMMY behind Express with a Map behind it: the same protocol, without a database. Prints its address. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import SCIMMY from 'scimmy';
import { SCIMMYRouters } from 'scimmy-routers';

interface Stored {
  id?: string;
  readonly [name: string]: unknown;
}

/** The three handlers of a resource type: SCIMMY gives the resource asked for, or a filter. */
function handlersOf(store: Map<string, Stored>) {
  return {
    async egress(resource: {
      readonly id?: string;
      readonly filter?: { match(values: unknown[]): unknown[] };
    }) {
      if (resource.id !== undefined) {
        const found = store.get(resource.id);
        if (found === undefined) throw new SCIMMY.Types.Error(404, '', 'There is no such resource.');
        return found;
      }
      const all = [...store.values()];
      return resource.filter === undefined ? all : resource.filter.match(all);
    },
    async ingress(resource: { readonly id?: string }, data: Stored) {
      const id = resource.id ?? randomUUID();
      const stored = { ...data, id };
      store.set(id, stored);
      return stored;
    },
    async degress(resource: { readonly id?: string }) {
      store.delete(resource.id ?? '');
    },
  };
}

// Its own types name handlers of its own resources more narrowly than what it takes.
const resources = SCIMMY.Resources as { declare(resource: unknown, handlers: unknown): unknown };
resources.declare(SCIMMY.Resources.User, handlersOf(new Map()));
resources.declare(SCIMMY.Resources.Group, handlersOf(new Map()));

const app = express();
app.use(
  '/scim',
  // The bench sends one token, which it takes for granted.
  new SCIMMYRouters({ type: 'bearer', handler: () => 'bench' }) as unknown as express.RequestHandler,
);
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`listening on http://127.0.0.1:${port}`);
});
