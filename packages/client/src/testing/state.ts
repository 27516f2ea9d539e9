import type {
  ApiKey,
  Delivery,
  Directory,
  DirectoryToken,
  Event,
  Group,
  User,
  WebhookEndpoint,
} from '../generated/api.ts';

/** One directory and all that is in it. */
export interface DirectoryState {
  directory: Directory;
  readonly tokens: Map<string, DirectoryToken>;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  /** The ids of the members of each group. */
  readonly members: Map<string, Set<string>>;
  /** The number of the last event. */
  sequence: number;
}

/** All that the mock holds. */
export interface State {
  readonly baseUrl: string;
  readonly directories: Map<string, DirectoryState>;
  readonly endpoints: Map<string, WebhookEndpoint>;
  readonly deliveries: Map<string, Delivery>;
  readonly apiKeys: Map<string, ApiKey>;
  readonly log: Event[];
  /** Called after each event. */
  readonly watchers: Set<() => void>;
  /** A UUID greater than all before, the same in every run. */
  readonly nextId: () => string;
  /** The time as the contract writes it. */
  readonly now: () => string;
}

export function createState(baseUrl: string, now: () => Date): State {
  let ids = 0;
  return {
    baseUrl,
    directories: new Map(),
    endpoints: new Map(),
    deliveries: new Map(),
    apiKeys: new Map(),
    log: [],
    watchers: new Set(),
    nextId: () => `0198a7c2-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`,
    now: () => now().toISOString(),
  };
}

/** Forgets everything; ids begin anew nowhere, so that what a test kept of an earlier one is found by nobody. */
export function clearState({ directories, endpoints, deliveries, apiKeys, log }: State): void {
  for (const kept of [directories, endpoints, deliveries, apiKeys]) kept.clear();
  log.length = 0;
}
