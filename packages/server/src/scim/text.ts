/** NUL, which a database refuses, and halves of surrogate pairs, which are no text. */
const unstorable = /[\0\uD800-\uDFFF]/u;

/** Whether the text can be stored and sent. */
export function isStorableText(text: string): boolean {
  return !unstorable.test(text);
}

/** How texts are compared that are not case exact. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** Whether two names are equal but for the case of ASCII letters, of which names are made. */
export function isSameName(a: string, b: string): boolean {
  return a === b || (a.length === b.length && foldAscii(a) === foldAscii(b));
}

function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Orders texts by code points, as UTF-8 bytes and so the database's `"C"` do; `<` would order UTF-16 units. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all that one unit can hold. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** The boolean that a text spells in any case: Entra sends "True" and "False". */
export function parseBoolean(text: string): boolean | undefined {
  const folded = text.toLowerCase();
  return folded === 'true' ? true : folded === 'false' ? false : undefined;
}

/** Whether the text has only characters of a URI reference (RFC 3986 section 2), and whole escapes. */
export function isUriReference(text: string): boolean {
  return /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/.test(text);
}
