interface Form {
  readonly comma: string;
  readonly colon: string;
  readonly isAscii?: boolean;
  readonly escapesSlash?: boolean;
}

/** How serialisers in common use write JSON: JavaScript, Python, and PHP or others in ASCII. */
const forms: readonly Form[] = [
  { comma: ',', colon: ':' },
  { comma: ', ', colon: ': ' },
  { comma: ',', colon: ':', isAscii: true },
  { comma: ', ', colon: ': ', isAscii: true },
  { comma: ',', colon: ':', isAscii: true, escapesSlash: true },
];

/** Writes a value in the forms that it may have had before something parsed it. */
export function jsonForms(value: unknown): readonly string[] {
  return [...forms.map((form) => write(value, form)), JSON.stringify(value, null, 2)];
}

function write(value: unknown, form: Form): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, form)).join(form.comma)}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${writeText(name, form)}${form.colon}${write(member, form)}`,
    );
    return `{${members.join(form.comma)}}`;
  }
  return typeof value === 'string' ? writeText(value, form) : JSON.stringify(value);
}

function writeText(text: string, { isAscii, escapesSlash }: Form): string {
  const json = JSON.stringify(text);
  const slashed = escapesSlash ? json.replaceAll('/', '\\/') : json;
  if (!isAscii) return slashed;
  return slashed.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
