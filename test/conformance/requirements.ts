import { bulkRequirements } from './requirements/bulk.ts';
import { createRequirements } from './requirements/create.ts';
import { cursorsRequirements } from './requirements/cursors.ts';
import { discoveryRequirements } from './requirements/discovery.ts';
import { errorsRequirements } from './requirements/errors.ts';
import { filtersRequirements } from './requirements/filters.ts';
import { pagingRequirements } from './requirements/paging.ts';
import { patchRequirements } from './requirements/patch.ts';
import { queryRequirements } from './requirements/query.ts';
import { replaceRequirements } from './requirements/replace.ts';
import { resourcesRequirements } from './requirements/resources.ts';
import { securityEventsRequirements } from './requirements/security-events.ts';
import { transportRequirements } from './requirements/transport.ts';
import { usersAndGroupsRequirements } from './requirements/users-and-groups.ts';
import { versionsRequirements } from './requirements/versions.ts';
import type { Requirement } from './requirements/requirement.ts';

/**
 * What RFC 7643, RFC 7644, RFC 9865 and RFC 9967 ask, in order. Each is the tag of the tests that show it:
 * `pnpm exec vitest run --tags-filter=rfc-48` runs those of one.
 */
export const requirements: readonly Requirement[] = [
  ...transportRequirements,
  ...errorsRequirements,
  ...resourcesRequirements,
  ...usersAndGroupsRequirements,
  ...createRequirements,
  ...queryRequirements,
  ...filtersRequirements,
  ...pagingRequirements,
  ...replaceRequirements,
  ...patchRequirements,
  ...versionsRequirements,
  ...bulkRequirements,
  ...discoveryRequirements,
  ...cursorsRequirements,
  ...securityEventsRequirements,
];
