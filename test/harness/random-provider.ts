import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { idOf } from './json.ts';
import { createRandom } from './random.ts';
import { patchRequest } from './scim-requests.ts';
import { groupSchema, userSchema } from './scim-schemas.ts';
import type { Tenant } from './tenant.ts';

/** An identity provider that changes something at random, again and again. */
export interface RandomProvider {
  change(): Promise<void>;
  fill(changes: number): Promise<void>;
  /** A last user, behind all other changes in the log. */
  end(): Promise<string>;
}

export function createRandomProvider({ scim }: Tenant, seed: number): RandomProvider {
  // A seed, so that a failure happens again.
  const random = createRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const users: string[] = [];
  const groups: string[] = [];
  const takeFrom = (ids: string[]): string => ids.splice(pick(ids.length), 1)[0] ?? '';
  const oneOf = (ids: readonly string[]): string => ids[pick(ids.length)] ?? '';

  async function sent(answer: Promise<{ readonly status: number; readonly text: string }>): Promise<void> {
    const { status, text } = await answer;
    expect(status, text).toBeLessThan(300);
  }
  async function addUser(): Promise<void> {
    users.push(idOf(await scim.post('/Users', { schemas: [userSchema], userName: `u-${randomUUID()}` })));
  }
  async function addGroup(): Promise<void> {
    const members = [oneOf(users), oneOf(users)].map((value) => ({ value }));
    const group = { schemas: [groupSchema], displayName: `g-${randomUUID()}`, members };
    groups.push(idOf(await scim.post('/Groups', group)));
  }
  const member = (op: 'add' | 'remove'): Promise<void> => {
    const id = oneOf(users);
    const operation =
      op === 'add'
        ? { op, path: 'members', value: [{ value: id }] }
        : { op, path: `members[value eq "${id}"]` };
    return sent(scim.patch(`/Groups/${oneOf(groups)}`, patchRequest(operation)));
  };

  async function change(): Promise<void> {
    if (users.length < 6) return addUser();
    if (groups.length < 3) return addGroup();
    switch (pick(10)) {
      case 0:
        return addUser();
      case 1:
        return addGroup();
      case 2:
        return sent(scim.delete(`/Users/${takeFrom(users)}`));
      case 3:
        return sent(scim.delete(`/Groups/${takeFrom(groups)}`));
      case 4:
        return sent(
          scim.patch(
            `/Groups/${oneOf(groups)}`,
            patchRequest({ op: 'replace', value: { displayName: `g-${randomUUID()}` } }),
          ),
        );
      case 5:
        return sent(
          scim.patch(
            `/Users/${oneOf(users)}`,
            patchRequest({ op: 'replace', value: { displayName: randomUUID() } }),
          ),
        );
      case 6:
        return sent(
          scim.patch(
            `/Users/${oneOf(users)}`,
            patchRequest({ op: 'replace', value: { active: pick(2) === 0 } }),
          ),
        );
      case 7:
        return member('remove');
      default:
        return member('add');
    }
  }

  return {
    change,
    async fill(count: number): Promise<void> {
      for (let done = 0; done < count; done++) await change();
    },
    async end(): Promise<string> {
      await addUser();
      return users.at(-1) ?? '';
    },
  };
}
