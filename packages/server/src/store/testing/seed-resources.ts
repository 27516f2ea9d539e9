import type { Database, Statement } from '../database.ts';
import type { GroupDocument } from '../groups.ts';
import type { UserDocument } from '../users.ts';

/** A user document of which only the name matters. */
export function userDocument(userName: string): UserDocument {
  return {
    resource: { userName, active: true },
    resourceFolded: undefined,
    userName,
    userNameFolded: userName.toLowerCase(),
    externalId: undefined,
    displayNameFolded: undefined,
    email: `${userName}@example.com`,
    emailsFolded: [{ value: `${userName}@example.com`, type: 'work' }],
    active: true,
  };
}

/** A group document of which only the name matters. */
export function groupDocument(displayName: string): GroupDocument {
  return {
    resource: { displayName },
    resourceFolded: undefined,
    displayName,
    displayNameFolded: displayName.toLowerCase(),
    externalId: undefined,
  };
}

export interface InboxRow {
  readonly type: string;
  readonly data: string;
  readonly version: number | null;
  readonly memberCount: number | null;
}

const readInbox: Statement = {
  name: 'testing.inbox',
  text: `select type, data, version, member_count as "memberCount" from inbox where directory_id = $1 order by id`,
};

/** What has committed into the inbox of a directory, in order. */
export function inboxOf(database: Database, directoryId: string): Promise<InboxRow[]> {
  return database.query<InboxRow>(readInbox, [directoryId]);
}
