import { describe, inject } from 'vitest';
import type { SharedServer } from './installation.ts';

/** Defines the same tests on the shared server with the embedded database and on the one with PostgreSQL. */
export function describeEachBackend(title: string, define: (server: SharedServer) => void): void {
  const { embedded, postgres } = inject('servers');
  describe(`${title} on the embedded database`, () => define(embedded));
  const reason = postgres === null ? ' (skipped: no PostgreSQL for this platform)' : '';
  describe.skipIf(postgres === null)(`${title} on PostgreSQL${reason}`, () => define(postgres ?? embedded));
}
