/**
 * Keeps tables of your own equal to your customers' directories.
 *
 * @packageDocumentation
 */
export { mirror } from './mirror.ts';
export type { MirrorClient, MirrorOptions, MirrorStore } from './mirror.ts';
export type { MirrorChange, MirrorGroup, MirrorMember, MirrorRange, MirrorUser } from './change.ts';
