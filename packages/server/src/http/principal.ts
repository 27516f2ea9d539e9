import type { ScimMode } from '../scim/mode.ts';
import type { AuthenticatedDirectory } from '../store/directory-tokens.ts';

/** An identity provider's directory, and how this request of it is read. */
export interface DirectoryPrincipal extends AuthenticatedDirectory {
  readonly mode: ScimMode;
}

/** Who is asking, by the kind of security that an operation requires. */
export interface Principals {
  /** An identity provider with a token of one directory. */
  readonly directoryToken: DirectoryPrincipal;
  /** A product with an API key of one environment. */
  readonly apiKey: { readonly environmentId: string; readonly apiKeyId: string };
  readonly operatorKey: undefined;
  readonly metricsToken: undefined;
  readonly none: undefined;
}

/** Finds out who asks; throws the surface's 401 when nobody does. */
export type Authenticate = <S extends keyof Principals>(
  security: S,
  request: Request,
  path: Readonly<Record<string, string>>,
) => Promise<Principals[S]>;
