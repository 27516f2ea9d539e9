/** PostgreSQL stores neither NUL characters nor lone surrogates. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The JSON pointers of the texts, names of members included, that could not be stored; `__proto__` would be lost. */
export function unstorableTexts(value: unknown, pointer = ''): readonly string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    isStorable(name) && name !== '__proto__'
      ? unstorableTexts(member, `${pointer}/${name}`)
      : [`${pointer}/?`],
  );
}
