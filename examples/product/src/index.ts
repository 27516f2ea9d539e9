export type { Connection } from './customers.ts';
export { startProduct } from './product.ts';
export type { CustomerPage, Product } from './product.ts';
export { openStore } from './store.ts';
export type { People, Store } from './store.ts';
export { createEventReceiver } from './webhooks.ts';
