import type { Wake } from '../relay/wake.ts';
import type { ScimMode } from '../scim/mode.ts';
import type { Database } from '../store/database.ts';

/** One directory, and what its changes need. */
export interface DirectoryContext {
  readonly database: Database;
  readonly wake: Wake;
  readonly directoryId: string;
  readonly mode: ScimMode;
  /** Where its resources are, as SCIM shows them. */
  readonly baseUrl: string;
}
