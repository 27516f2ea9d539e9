import fc from 'fast-check';
import { attributeNames } from './scim-text.ts';
import { hostileJson, hostileText } from './hostile-text.ts';

/** What happens to one place of a JSON text. */
interface Mutation {
  readonly kind: 'replace' | 'drop' | 'add' | 'twice';
  /** The number of the place in the order of writing, modulo their number. */
  readonly at: number;
  readonly name: string;
  readonly text: string;
}

const mutations: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'twice'),
  at: fc.nat(),
  name: fc.oneof(attributeNames, hostileText),
  text: hostileJson,
});

/** The JSON of a value in which something at one place is other than it was. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(values, mutations).map(([value, mutation]) => {
    const places = countPlaces(value);
    return write(value, { ...mutation, at: mutation.at % places });
  });
}

function countPlaces(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + countPlaces(member), 1);
}

/** `JSON.stringify` with a mutation at the place whose number is reached. */
function write(root: unknown, { kind, at, name, text }: Mutation): string {
  let number = -1;
  const next = (value: unknown): string | undefined => {
    number += 1;
    const isHere = number === at;
    const whole = Array.isArray(value)
      ? list(value, isHere)
      : isObject(value)
        ? object(value, isHere)
        : JSON.stringify(value);
    if (!isHere) return whole;
    if (kind === 'replace') return text;
    return kind === 'drop' ? undefined : whole;
  };
  function list(values: readonly unknown[], isHere: boolean): string {
    const written = values.flatMap((value) => next(value) ?? []);
    return `[${[...written, ...more(isHere, text, written)].join(',')}]`;
  }
  function object(value: Readonly<Record<string, unknown>>, isHere: boolean): string {
    const written = Object.entries(value).flatMap(([key, member]) => {
      const json = next(member);
      return json === undefined ? [] : [`${JSON.stringify(key)}:${json}`];
    });
    return `{${[...written, ...more(isHere, `${JSON.stringify(name)}:${text}`, written)].join(',')}}`;
  }
  function more(isHere: boolean, added: string, written: readonly string[]): readonly string[] {
    if (!isHere) return [];
    if (kind === 'add') return [added];
    return kind === 'twice' ? written : [];
  }
  return next(root) ?? '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
