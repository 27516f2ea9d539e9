const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be compared with a uuid column; PostgreSQL answers an error to anything else. */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}

/** Whether a text is an id as we write it; ids compare with their case. */
export function isOwnId(text: string): boolean {
  return isUuid(text) && text === text.toLowerCase();
}
