import { expect, it } from 'vitest';
import { tidyPath } from './tidy-path.ts';

it.each([
  ['/scim/v2/d/Users', '/scim/v2/d/Users'],
  ['//scim//v2/d//Users/', '/scim/v2/d/Users'],
  ['/v1//users/', '/v1//users/'],
  ['/scim/', '/scim'],
])('reads %s as %s', (path, expected) => {
  expect(tidyPath(path)).toBe(expected);
});
