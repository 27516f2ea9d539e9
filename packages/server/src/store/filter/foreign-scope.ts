import type { AttributeTarget } from '../../scim/schema.ts';
import { fold } from '../../scim/text.ts';
import type { Bind } from '../condition.ts';
import { primaryFirst } from './document-scope.ts';
import { noElements } from './scope.ts';
import type { Scope } from './scope.ts';
import type { SqlValue } from './sql-value.ts';

/**
 * An attribute of an extension that no schema describes: its names are the client's, in whatever case, and its values
 * have the types they were given with. Names come as parameters.
 */
export function anyInForeign(
  folded: string,
  target: AttributeTarget,
  test: (value: SqlValue) => string,
  bind: Bind,
): string {
  return anyElementInForeign(folded, target, (element) => element.any(target, test), bind);
}

/** The same for its elements. */
export function anyElementInForeign(
  folded: string,
  { extension = '', name }: AttributeTarget,
  test: (element: Scope) => string,
  bind: Bind,
): string {
  const from = `${membersOf(folded)} x (key, value), ${membersOf('x.value')} a (key, value),
    ${elementsOf('a.value')} e (v)`;
  const names = `${isNamed('x.key', extension, bind)} and ${isNamed('a.key', name, bind)}`;
  return `exists (select from ${from} where ${names} and ${test(elementScope(bind))})`;
}

/** The value of the primary element, else of the first one, as jsonb. */
export function firstOfForeign(
  folded: string,
  { extension = '', name, subName }: AttributeTarget,
  bind: Bind,
): string {
  const from = [
    `${membersOf(folded)} x (key, value)`,
    `${membersOf('x.value')} a (key, value)`,
    `${elementsOf('a.value')} with ordinality e (v, n)`,
  ];
  const where = [isNamed('x.key', extension, bind), isNamed('a.key', name, bind)];
  const order = ['x.key collate "C"', 'a.key collate "C"', primaryFirst('e.v'), 'e.n'];
  if (subName !== undefined) {
    from.push(`${membersOf('e.v')} s (key, value)`, `${elementsOf('s.value')} with ordinality l (v, n)`);
    where.push(isNamed('s.key', subName, bind));
    order.push('s.key collate "C"', 'l.n');
  }
  const value = subName === undefined ? 'e.v' : 'l.v';
  return `(select ${value} from ${from.join(', ')} where ${where.join(' and ')} order by ${order.join(', ')} limit 1)`;
}

function elementScope(bind: Bind): Scope {
  return {
    any({ subName }, test) {
      if (subName === undefined) return test({ type: 'json', sql: 'e.v' });
      const from = `${membersOf('e.v')} s (key, value), ${elementsOf('s.value')} l (v)`;
      const value: SqlValue = { type: 'json', sql: 'l.v' };
      return `exists (select from ${from} where ${isNamed('s.key', subName, bind)} and ${test(value)})`;
    },
    anyElement: noElements,
  };
}

/** None of what is no object. */
function membersOf(json: string): string {
  return `jsonb_each(case jsonb_typeof(${json}) when 'object' then ${json} end)`;
}

/** What is no list is its own only element. */
function elementsOf(json: string): string {
  return `jsonb_array_elements(case jsonb_typeof(${json}) when 'array' then ${json} else jsonb_build_array(${json}) end)`;
}

function isNamed(key: string, name: string, bind: Bind): string {
  return `lower(${key} collate "C") = ${bind(fold(name))}`;
}
