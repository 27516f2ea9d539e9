/** An attribute as RFC 7644 section 3.10 writes it: `{urn}:{attribute}.{sub-attribute}`. */
export interface AttributePath {
  readonly urn: string | undefined;
  readonly name: string;
  readonly subName: string | undefined;
}

/** Reads the notation; nothing when it is malformed. Dots before the last colon belong to the URN ("2.0"). */
export function parseAttributePath(text: string): AttributePath | undefined {
  const colon = text.lastIndexOf(':');
  const dot = text.indexOf('.', colon + 1);
  const name = text.slice(colon + 1, dot === -1 ? text.length : dot);
  const subName = dot === -1 ? undefined : text.slice(dot + 1);
  if (!isAttributeName(name) || (subName !== undefined && !isAttributeName(subName))) return undefined;
  if (colon === -1) return { urn: undefined, name, subName };
  const urn = text.slice(0, colon);
  return isUri(urn) ? { urn, name, subName } : undefined;
}

/** The notation of a path. */
export function formatAttributePath({ urn, name, subName }: AttributePath): string {
  return `${urn === undefined ? '' : `${urn}:`}${name}${subName === undefined ? '' : `.${subName}`}`;
}

/** ATTRNAME of RFC 7644 figure 1, and `$ref`, which that rule forgets. */
function isAttributeName(text: string): boolean {
  const first = text.charCodeAt(text.startsWith('$') ? 1 : 0);
  if (!isLetter(first)) return false;
  for (let index = 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isLetter(code) && !isDigit(code) && code !== hyphen && code !== underscore) return false;
  }
  return true;
}

/** Printable ASCII: whoever wants more of a URI has to know its scheme. */
function isUri(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return text.length > 0;
}

const hyphen = 0x2d;
const underscore = 0x5f;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
