// What the workspace measures and compares of the protocol by itself. The published package does not export it.
export { parseFilter } from './filter/parse-filter.ts';
export { compat } from './mode.ts';
export { applyPatch } from './patch/apply-patch.ts';
export { parsePatchRequest } from './patch/patch-request.ts';
export { userResourceType } from './resource-types.ts';
export type { ScimResource } from './resource.ts';
