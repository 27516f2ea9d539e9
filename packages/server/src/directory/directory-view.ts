import type { components } from '../generated/api.ts';
import type { DirectoryRow } from '../store/directories.ts';

export type Directory = components['schemas']['Directory'];

/** What an identity provider is told to call: `publicUrl` has no slash at its end. */
export function scimBaseUrl(publicUrl: string, directoryId: string): string {
  return `${publicUrl}/scim/v2/${directoryId}`;
}

/** A directory as the directory API and the events show it. */
export function toDirectory(row: DirectoryRow, publicUrl: string): Directory {
  return {
    id: row.id,
    name: row.name,
    organizationId: row.organizationId,
    provider: row.provider,
    state: row.state,
    scim: { baseUrl: scimBaseUrl(publicUrl, row.id) },
    settings: row.settings,
    metadata: row.metadata,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    lastRequestAt: row.lastRequestAt,
  };
}
