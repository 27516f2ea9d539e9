import { http } from 'msw';
import type { HttpHandler } from 'msw';
import type { DirectoryEvent } from '../attributes.ts';
import type { Fetch } from '../retry.ts';
import { createAnswer } from './answer.ts';
import { createMockDirectories } from './directories.ts';
import type { MockDirectories } from './directories.ts';
import { createMockGroups } from './groups.ts';
import type { MockGroups } from './groups.ts';
import { clearState, createState } from './state.ts';
import { createMockUsers } from './users.ts';
import type { MockUsers } from './users.ts';

/**
 * What a mock is like.
 *
 * @example
 * ```ts
 * const options: MockDirsyncOptions = {
 *   baseUrl: 'https://dirsync.example.com',
 *   now: () => new Date('2026-01-31T12:00:00Z'),
 * };
 * const mock = createMockDirsync(options);
 * ```
 */
export interface MockDirsyncOptions {
  /** Where the client under test sends its requests; `http://dirsync.test` by default. */
  readonly baseUrl?: string;
  /** The only key that is let in; any by default. */
  readonly apiKey?: string;
  /** The clock of the mock; that of the system by default. */
  readonly now?: () => Date;
}

/**
 * A dirsync in memory: the client calls it, and the test is the identity provider.
 *
 * @example
 * ```ts
 * function clientOf({ baseUrl, fetch }: MockDirsync): Dirsync {
 *   return createDirsync({ apiKey: 'any', baseUrl, fetch });
 * }
 * const dirsync = clientOf(createMockDirsync());
 * ```
 */
export interface MockDirsync {
  /** For `setupServer` or `setupWorker` of MSW: every operation of the directory API under `baseUrl`. */
  readonly handlers: readonly HttpHandler[];
  /** The same without MSW, as the `fetch` of `createDirsync`. */
  readonly fetch: Fetch;
  /** Where it answers. */
  readonly baseUrl: string;
  /** What happens to directories without the API. */
  readonly directories: MockDirectories;
  /** What identity providers do to users. */
  readonly users: MockUsers;
  /** What identity providers do to groups. */
  readonly groups: MockGroups;
  /** The log: each event that came about, the oldest first. */
  readonly events: readonly DirectoryEvent[];
  /** Forgets everything, for the next test. */
  reset(): void;
}

/**
 * Makes a mock. Its answers are those of the contract; its ids are the same in every run. What it does not have, and
 * requests to other paths under `baseUrl`, are answered with 501 and a sentence that says so.
 *
 * @example
 * ```ts
 * const mock = createMockDirsync();
 * const server = setupServer(...mock.handlers);
 * server.listen();
 * const directory = mock.directories.create({ name: 'Acme' });
 * mock.users.create(directory.id, { userName: 'ada@acme.example' });
 * ```
 */
export function createMockDirsync({
  baseUrl = 'http://dirsync.test',
  apiKey,
  now = () => new Date(),
}: MockDirsyncOptions = {}): MockDirsync {
  const state = createState(baseUrl.replace(/\/$/, ''), now);
  const answer = createAnswer(state, apiKey);
  return {
    handlers: [http.all(`${state.baseUrl}/*`, ({ request }) => answer(request))],
    fetch: answer,
    baseUrl: state.baseUrl,
    directories: createMockDirectories(state),
    users: createMockUsers(state),
    groups: createMockGroups(state),
    events: state.log,
    reset: () => clearState(state),
  };
}
