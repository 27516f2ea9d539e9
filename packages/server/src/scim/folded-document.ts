import { isJsonList, isJsonObject } from './resource.ts';
import type { Json, ScimResource } from './resource.ts';
import { fold } from './text.ts';

/** Most documents have none of these, and so no other capital. */
const beyondAscii = /[\u0080-\uffff]/;
const otherCapital = /(?![A-Z])\p{Changes_When_Lowercased}/u;

/**
 * The document with its texts folded; nothing when folding the letters A to Z, which a database does the same way
 * everywhere, is enough.
 */
export function foldedDocument(document: ScimResource): ScimResource | undefined {
  const text = JSON.stringify(document);
  return beyondAscii.test(text) && otherCapital.test(text) ? foldMembers(document) : undefined;
}

function foldMembers(object: ScimResource): ScimResource {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, foldValue(value)]));
}

function foldValue(value: Json): Json {
  if (typeof value === 'string') return fold(value);
  if (isJsonList(value)) return value.map(foldValue);
  return isJsonObject(value) ? foldMembers(value) : value;
}
