import { ScimError } from '../scim/error.ts';
import { conjunctionOf } from '../scim/filter/filter.ts';
import { parseFilter } from '../scim/filter/parse-filter.ts';
import { resolveFilter } from '../scim/filter/resolve-filter.ts';
import type { ResolvedFilter } from '../scim/filter/resolve-filter.ts';
import type { ScimMode } from '../scim/mode.ts';
import { groupResourceType, userResourceType } from '../scim/resource-types.ts';
import { enterpriseUserSchema } from '../scim/schema.ts';
import { groupCondition } from '../store/group-search.ts';
import type { Condition } from '../store/search.ts';
import { userCondition } from '../store/user-search.ts';
import { fold } from './indexed-text.ts';

type Conditions = ReadonlyMap<string, (value: string) => Condition>;

const userConditions: Conditions = new Map([
  ['id', userCondition.id],
  ['userName', (value) => userCondition.userName(fold(value))],
  ['externalId', userCondition.externalId],
  ['displayName', (value) => userCondition.displayName(fold(value))],
  ['emails.value', (value) => userCondition.email(fold(value))],
  [`${enterpriseUserSchema}:manager.value`, userCondition.manager],
]);

const groupConditions: Conditions = new Map([
  ['id', groupCondition.id],
  ['displayName', (value) => groupCondition.displayName(fold(value))],
  ['externalId', groupCondition.externalId],
  ['members.value', groupCondition.member],
]);

/** What a filter on users asks of the store; 400 `invalidFilter` for what is not served yet, never an empty list. */
export function userFilterConditions(text: string | null, mode: ScimMode): readonly Condition[] {
  if (text === null) return [];
  const filter = resolveFilter(userResourceType, parseFilter(text, mode), mode);
  return conjunctionOf(filter).map((term) => emailOfType(term) ?? conditionOf(term, userConditions, text));
}

/** The same for groups. */
export function groupFilterConditions(text: string | null, mode: ScimMode): readonly Condition[] {
  if (text === null) return [];
  const filter = resolveFilter(groupResourceType, parseFilter(text, mode), mode);
  return conjunctionOf(filter).map((term) => conditionOf(term, groupConditions, text));
}

function conditionOf(term: ResolvedFilter, conditions: Conditions, text: string): Condition {
  // A value path of one comparison, such as members[value eq "…"], says the same as members.value eq "…".
  const compared = term.kind === 'valuePath' ? term.filter : term;
  if (compared.kind === 'compare' && compared.operator === 'eq' && typeof compared.value === 'string') {
    const condition = conditions.get(compared.attribute.path)?.(compared.value);
    if (condition !== undefined) return condition;
  }
  const served = [...conditions.keys()].join(', ');
  const detail = `The filter "${text}" is not served: "eq" on ${served}, joined by "and", is.`;
  throw new ScimError(400, detail, 'invalidFilter');
}

/** `emails[type eq "work" and value eq "…"]`, and Entra's `emails[type eq "work"].value eq "…"`. */
function emailOfType(term: ResolvedFilter): Condition | undefined {
  if (term.kind !== 'valuePath' || term.attribute.path !== 'emails') return undefined;
  const values = new Map<string, string>();
  for (const part of conjunctionOf(term.filter)) {
    if (part.kind !== 'compare' || part.operator !== 'eq' || typeof part.value !== 'string') return undefined;
    if (values.has(part.attribute.path)) return undefined;
    values.set(part.attribute.path, fold(part.value));
  }
  const value = values.get('emails.value');
  const type = values.get('emails.type');
  if (values.size !== 2 || value === undefined || type === undefined) return undefined;
  return userCondition.emailOfType(value, type);
}
