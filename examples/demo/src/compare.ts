import { isDeepStrictEqual } from 'node:util';
import type { People } from '@dirsync/example-product';

/** Says in lines what the product has otherwise than the tenant; none when they hold the same. */
export function findDifferences(tenant: People, product: People): readonly string[] {
  return [
    ...compareByName(tenant.users, product.users, ({ userName }) => userName),
    ...compareByName(tenant.groups, product.groups, ({ displayName }) => displayName),
  ];
}

function compareByName<Item>(
  wanted: readonly Item[],
  got: readonly Item[],
  nameOf: (item: Item) => string,
): readonly string[] {
  const wantedByName = new Map(wanted.map((item) => [nameOf(item), item]));
  const gotByName = new Map(got.map((item) => [nameOf(item), item]));
  return [...new Set([...wantedByName.keys(), ...gotByName.keys()])].flatMap((name) => {
    const [ours, theirs] = [wantedByName.get(name), gotByName.get(name)];
    return isDeepStrictEqual(ours, theirs)
      ? []
      : [`${name}: the tenant holds ${show(ours)}, the product ${show(theirs)}`];
  });
}

const show = (item: unknown): string => JSON.stringify(item) ?? 'nothing';
