import type { ScimMode } from '../mode.ts';
import type { Filter } from './filter.ts';
import { FilterReader } from './filter-reader.ts';

/**
 * Reads a filter (RFC 7644 section 3.4.2.2). Throws 400 invalidFilter with the place of the fault, also for a filter
 * that is too long, too deep or has too many terms. Compat mode takes values without quotes.
 */
export function parseFilter(text: string, mode: ScimMode): Filter {
  return new FilterReader(text, mode, 'filter').readAll();
}
