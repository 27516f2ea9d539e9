import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { contractFetch } from './contract-fetch.ts';
import type { ServerAddress } from './installation.ts';

/** The client of a server. Its answers are held against the contract; nothing is tried twice. */
export function createClient({ url, apiKey }: ServerAddress): Dirsync {
  return createDirsync({ baseUrl: url, apiKey, fetch: contractFetch, maxRetries: 0 });
}
