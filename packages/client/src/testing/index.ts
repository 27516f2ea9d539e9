export { createMockDirsync } from './mock.ts';
export type { MockDirsync, MockDirsyncOptions } from './mock.ts';
export type { MockDirectories } from './directories.ts';
export type { MockGroupChanges, MockGroupInput, MockGroups } from './groups.ts';
export type { MockUserChanges, MockUserInput, MockUsers } from './users.ts';
