import type {
  Directory,
  DirectoryInput,
  DirectorySettings,
  DirectorySettingsInput,
} from '../generated/api.ts';
import { found } from './failure.ts';
import { append } from './log.ts';
import type { DirectoryState, State } from './state.ts';

/**
 * What happens to directories without the API.
 *
 * @example
 * ```ts
 * // As when the safeguard finds that many people were removed at once.
 * const hold = (directories: MockDirectories): string => directories.setHeld(directoryId, true).state;
 * equal(hold(mock.directories), 'held');
 * ```
 */
export interface MockDirectories {
  /** Makes a directory whose identity provider has called: `active`, after `directory.activated`. */
  create(input: DirectoryInput): Directory;
  /** Holds the events of a directory, or goes on, as the safeguard does: `directory.held`, `directory.released`. */
  setHeld(directoryId: string, isHeld: boolean): Directory;
  /** Deletes a directory, after `directory.deleted`. */
  delete(directoryId: string): void;
}

export function createMockDirectories(state: State): MockDirectories {
  const directoryOf = (id: string): DirectoryState => findDirectory(state, id);
  return {
    create(input) {
      const of = addDirectory(state, input);
      return changeState(state, of, 'active', 'directory.activated');
    },
    setHeld: (directoryId, isHeld) => setHeld(state, directoryOf(directoryId), isHeld),
    delete: (directoryId) => deleteDirectory(state, directoryOf(directoryId)),
  };
}

export function findDirectory({ directories }: State, directoryId: string): DirectoryState {
  return found(directories.get(directoryId), 'directory', directoryId);
}

/** Makes a directory that no identity provider has called yet. */
export function addDirectory(state: State, input: DirectoryInput): DirectoryState {
  const id = state.nextId();
  const now = state.now();
  const directory: Directory = {
    id,
    name: input.name,
    organizationId: input.organizationId ?? null,
    provider: input.provider ?? 'generic',
    state: 'pending',
    scim: { baseUrl: `${state.baseUrl}/scim/v2/${id}` },
    settings: mergeSettings(defaults, input.settings),
    metadata: input.metadata ?? {},
    createdAt: now,
    updatedAt: now,
    lastRequestAt: null,
  };
  const of: DirectoryState = {
    ...{ directory, sequence: 0 },
    ...{ tokens: new Map(), users: new Map(), groups: new Map(), members: new Map() },
  };
  state.directories.set(id, of);
  return of;
}

const defaults: DirectorySettings = {
  mode: 'compat',
  safeguard: { enabled: true, users: 50, percent: 20, windowMinutes: 60 },
};

/** What is left out keeps its value. */
export function mergeSettings(
  { safeguard, ...settings }: DirectorySettings,
  changes: DirectorySettingsInput = {},
): DirectorySettings {
  return { ...settings, ...changes, safeguard: { ...safeguard, ...changes.safeguard } };
}

export function deleteDirectory(state: State, of: DirectoryState): void {
  append(state, of, { type: 'directory.deleted', data: { directory: of.directory } });
  state.directories.delete(of.directory.id);
}

export function setHeld(state: State, of: DirectoryState, isHeld: boolean): Directory {
  return isHeld
    ? changeState(state, of, 'held', 'directory.held')
    : changeState(state, of, 'active', 'directory.released');
}

function changeState(
  state: State,
  of: DirectoryState,
  next: Directory['state'],
  type: 'directory.activated' | 'directory.held' | 'directory.released',
): Directory {
  const now = state.now();
  of.directory = {
    ...of.directory,
    state: next,
    updatedAt: now,
    lastRequestAt: of.directory.lastRequestAt ?? now,
  };
  append(state, of, { type, data: { directory: of.directory } });
  return of.directory;
}
