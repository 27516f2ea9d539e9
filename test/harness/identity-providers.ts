/** How the requests of an identity provider look from outside. */
export interface IdentityProvider {
  /** On every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the bodies it sends. */
  readonly contentType: string;
  /** How it writes the directory's token into `Authorization`. */
  readonly authorization: (token: string) => string;
  /** Added to the query of every request. */
  readonly flag?: string;
}

const bearer = (token: string): string => `Bearer ${token}`;
const scimJson = 'application/scim+json; charset=utf-8';

export const okta: IdentityProvider = {
  headers: {
    'User-Agent': 'Okta SCIM Client 1.0.0',
    Accept: 'application/scim+json',
    'Accept-Charset': 'utf-8',
  },
  contentType: scimJson,
  authorization: bearer,
};

/** An Okta app whose administrator typed the header's value as the bare token. */
export const oktaHeaderToken: IdentityProvider = { ...okta, authorization: (token) => token };

export const entra: IdentityProvider = { headers: {}, contentType: scimJson, authorization: bearer };

/** Entra whose tenant URL ends in `?aadOptscim062020`. */
export const entraWithFlag: IdentityProvider = { ...entra, flag: 'aadOptscim062020' };

export const oneLogin: IdentityProvider = {
  headers: { 'User-Agent': 'application/json', Accept: 'application/json' },
  contentType: 'application/json',
  authorization: bearer,
};

export const jumpCloud: IdentityProvider = {
  headers: { Accept: '*/*' },
  contentType: 'application/json',
  authorization: bearer,
};

export const google: IdentityProvider = {
  headers: { 'User-Agent': 'Google-Auto-Provisioning' },
  contentType: 'application/json',
  authorization: bearer,
};

/** PingFederate with the token typed in as the password of a Basic login. */
export const pingFederate: IdentityProvider = {
  headers: { Accept: 'application/scim+json' },
  contentType: scimJson,
  authorization: (token) => `Basic ${Buffer.from(`dirsync:${token}`).toString('base64')}`,
};

/** Of those that were not seen to send anything else. */
export const plain: IdentityProvider = {
  headers: { Accept: 'application/scim+json, application/json' },
  contentType: 'application/scim+json',
  authorization: bearer,
};
