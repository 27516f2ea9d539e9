import { parseAttributePath } from '../attribute-path.ts';
import type { AttributePath } from '../attribute-path.ts';
import { ScimError } from '../error.ts';
import type { ScimMode } from '../mode.ts';
import { isStorableText } from '../text.ts';
import type { CompareOperator, Filter, FilterValue } from './filter.ts';

/** A filter with more than this, or nested deeper, is refused before it costs anything. */
export const filterLimits = { characters: 8192, depth: 32, terms: 256 } as const;

const operators: ReadonlySet<string> = new Set<CompareOperator>([
  'eq',
  'ne',
  'co',
  'sw',
  'ew',
  'gt',
  'ge',
  'lt',
  'le',
]);

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads the rules of RFC 7644 figure 1 from a text, one after the other. */
export class FilterReader {
  readonly #text: string;
  readonly #mode: ScimMode;
  /** What is read, for messages. */
  readonly #subject: 'filter' | 'path';
  #position = 0;
  #terms = 0;

  constructor(text: string, mode: ScimMode, subject: 'filter' | 'path') {
    this.#text = text;
    this.#mode = mode;
    this.#subject = subject;
    const { characters } = filterLimits;
    if (text.length > characters) throw this.#tooBig(`${characters} characters`);
  }

  /** The whole text as FILTER. */
  readAll(): Filter {
    const filter = this.#readOr(0, false);
    this.skipSpace();
    if (!this.isAtEnd()) throw this.#unexpected('"and", "or" or the end');
    return filter;
  }

  /** `[` valFilter `]`; nothing when no bracket stands here. */
  readBrackets(depth = 0): Filter | undefined {
    if (!this.#take('[')) return undefined;
    const filter = this.#readOr(depth, true);
    this.skipSpace();
    if (!this.#take(']')) throw this.#unexpected('"and", "or" or "]"');
    return filter;
  }

  /** What stands before the next space, bracket, parenthesis or quote. */
  readWord(): string {
    const start = this.#position;
    while (!isDelimiter(this.#text.charCodeAt(this.#position))) this.#position++;
    return this.#text.slice(start, this.#position);
  }

  isAtEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#position))) this.#position++;
  }

  #take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  /** What to throw when something else than `expected` stands here. */
  #unexpected(expected: string): ScimError {
    const rest = this.#text.slice(this.#position, this.#position + 20);
    const came = rest === '' ? 'it ends' : `${JSON.stringify(rest)} stands there`;
    const place = `at character ${this.#position + 1}`;
    const detail = `The ${this.#subject} is malformed ${place}: expected ${expected}, but ${came}.`;
    return new ScimError(400, detail, 'invalidFilter');
  }

  #readOr(depth: number, isElement: boolean): Filter {
    const first = this.#readAnd(depth, isElement);
    if (!this.#takeKeyword('or')) return first;
    const terms = [first];
    do terms.push(this.#readAnd(depth, isElement));
    while (this.#takeKeyword('or'));
    return { kind: 'or', terms };
  }

  #readAnd(depth: number, isElement: boolean): Filter {
    const first = this.#readTerm(depth, isElement);
    if (!this.#takeKeyword('and')) return first;
    const terms = [first];
    do terms.push(this.#readTerm(depth, isElement));
    while (this.#takeKeyword('and'));
    return { kind: 'and', terms };
  }

  #readTerm(depth: number, isElement: boolean): Filter {
    this.skipSpace();
    const start = this.#position;
    const isNegated = this.#takeKeyword('not');
    if (isNegated) this.skipSpace();
    if (this.#take('(')) {
      if (depth === filterLimits.depth) throw this.#tooBig(`${filterLimits.depth} levels`);
      const filter = this.#readOr(depth + 1, isElement);
      this.skipSpace();
      if (!this.#take(')')) throw this.#unexpected('"and", "or" or ")"');
      return isNegated ? { kind: 'not', term: filter } : filter;
    }
    this.#position = start;
    this.#terms++;
    if (this.#terms > filterLimits.terms) throw this.#tooBig(`${filterLimits.terms} comparisons`);
    return this.#readExpression(depth, isElement);
  }

  #readExpression(depth: number, isElement: boolean): Filter {
    const start = this.#position;
    const attribute = parseAttributePath(this.readWord());
    if (attribute === undefined) {
      this.#position = start;
      throw this.#unexpected('an attribute');
    }
    // RFC 7644 figure 1 has no value path inside another.
    const filter = isElement ? undefined : this.readBrackets(depth);
    if (filter === undefined) return this.#readOperation(attribute);
    if (attribute.subName !== undefined) {
      this.#position = start;
      throw this.#unexpected('an attribute without a sub-attribute before "["');
    }
    // `emails[type eq "work"].value eq "x"` is not in figure 1; Entra sends it.
    const subName = this.#readSubName();
    if (subName === undefined) return { kind: 'valuePath', attribute, filter };
    const operation = this.#readOperation({ urn: undefined, name: subName, subName: undefined });
    return { kind: 'valuePath', attribute, filter: { kind: 'and', terms: [filter, operation] } };
  }

  /** `.` ATTRNAME; nothing when no dot stands here. */
  #readSubName(): string | undefined {
    if (!this.#take('.')) return undefined;
    const start = this.#position;
    const path = parseAttributePath(this.readWord());
    if (path !== undefined && path.urn === undefined && path.subName === undefined) return path.name;
    this.#position = start;
    throw this.#unexpected('the name of a sub-attribute');
  }

  #readOperation(attribute: AttributePath): Filter {
    this.skipSpace();
    const start = this.#position;
    const operator = this.readWord().toLowerCase();
    if (operator === 'pr') return { kind: 'present', attribute };
    if (!isOperator(operator)) {
      this.#position = start;
      throw this.#unexpected('an operator (eq, ne, co, sw, ew, pr, gt, ge, lt, le)');
    }
    this.skipSpace();
    return { kind: 'compare', attribute, operator, value: this.#readValue() };
  }

  #readValue(): FilterValue {
    const start = this.#position;
    const value = this.#text[start] === '"' ? this.#readString() : this.#literalOf(this.readWord());
    if (value === undefined || (typeof value === 'string' && !isStorableText(value))) {
      this.#position = start;
      throw this.#unexpected('a JSON string, number, true, false or null');
    }
    return value;
  }

  #readString(): string | undefined {
    const start = this.#position;
    let isPlain = true;
    for (let index = start + 1; index < this.#text.length; index++) {
      const code = this.#text.charCodeAt(index);
      if (code === quote) {
        this.#position = index + 1;
        return isPlain
          ? this.#text.slice(start + 1, index)
          : parseJsonString(this.#text.slice(start, index + 1));
      }
      if (code === backslash) index++;
      if (code === backslash || code < 0x20) isPlain = false;
    }
    return undefined;
  }

  #literalOf(word: string): FilterValue | undefined {
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (jsonNumber.test(word)) {
      const number = Number(word);
      // In compat a number that would not keep its spelling is an identifier without its quotes.
      if (String(number) === word || !this.#mode.accepts('unquotedFilterValue')) {
        return Number.isFinite(number) ? number : undefined;
      }
    }
    // Entra's documentation has `externalId eq jyoung`.
    const isText = word !== '' && !word.startsWith("'");
    return isText && this.#mode.accepts('unquotedFilterValue') ? word : undefined;
  }

  /** Takes the word in any case, with the space before it, when nothing of a longer word follows. */
  #takeKeyword(keyword: 'and' | 'or' | 'not'): boolean {
    const start = this.#position;
    this.skipSpace();
    const end = this.#position + keyword.length;
    for (let index = 0; index < keyword.length; index++) {
      // This bit alone tells lower from upper case.
      if ((this.#text.charCodeAt(this.#position + index) | 0x20) === keyword.charCodeAt(index)) continue;
      this.#position = start;
      return false;
    }
    const isWhole = isDelimiter(this.#text.charCodeAt(end));
    this.#position = isWhole ? end : start;
    return isWhole;
  }

  #tooBig(limit: string): ScimError {
    return new ScimError(400, `The ${this.#subject} has more than ${limit}.`, 'invalidFilter');
  }
}

const quote = 0x22;
const backslash = 0x5c;

function parseJsonString(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOperator(text: string): text is CompareOperator {
  return operators.has(text);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The end of the text reads as NaN. */
function isDelimiter(code: number): boolean {
  // Letters, of which words are made, come first.
  if (code > 0x5d) return false;
  switch (code) {
    case 0x22: // "
    case 0x28: // (
    case 0x29: // )
    case 0x5b: // [
    case 0x5d: // ]
      return true;
    default:
      return isSpace(code) || Number.isNaN(code);
  }
}
