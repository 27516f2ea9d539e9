import { createDirsync } from '@dirsync/client';
import { startProduct } from './product.ts';
import { openStore } from './store.ts';

const { DIRSYNC_URL, DIRSYNC_API_KEY, PRODUCT_DATABASE, PRODUCT_URL, PORT } = process.env;
if (!DIRSYNC_API_KEY) throw new Error('Set DIRSYNC_API_KEY to the key that the server printed.');

const { url } = await startProduct({
  dirsync: createDirsync({ baseUrl: DIRSYNC_URL ?? 'http://127.0.0.1:8080', apiKey: DIRSYNC_API_KEY }),
  store: openStore(PRODUCT_DATABASE),
  port: Number(PORT ?? 3000),
  publicUrl: PRODUCT_URL,
  onEvent: (event) => console.log(event.type, 'sequence' in event ? event.sequence : ''),
});
console.log(
  `The product is at ${url}. POST ${url}/customers {"name":"Acme","provider":"okta"} adds a customer.`,
);
