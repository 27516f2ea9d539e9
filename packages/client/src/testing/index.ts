/**
 * A dirsync in memory, for the tests of your product: the client calls it, and the test is the identity provider.
 *
 * @packageDocumentation
 */
export { createMockDirsync } from './mock.ts';
export type { MockDirsync, MockDirsyncOptions } from './mock.ts';
export type { MockDirectories } from './directories.ts';
export type { MockGroupChanges, MockGroupInput, MockGroups } from './groups.ts';
export type { MockUserChanges, MockUserInput, MockUsers } from './users.ts';
