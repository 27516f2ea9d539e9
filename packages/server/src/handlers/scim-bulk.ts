import type { HandlersOf } from '../contract.ts';
import { runBulk } from '../directory/bulk.ts';
import type { BulkResult } from '../directory/bulk.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { entityTag } from '../directory/precondition.ts';
import type { components } from '../generated/api.ts';
import { parseBulkRequest } from '../scim/bulk/bulk-request.ts';
import { ScimError, scimErrorBody } from '../scim/error.ts';
import { isConnectionError } from '../store/connection-error.ts';
import { contextOf } from './scim-context.ts';
import type { Services } from './services.ts';

type OperationResult = components['schemas']['ScimBulkOperationResult'];

/** RFC 7644 section 3.7. */
export function scimBulkHandlers(services: Services): HandlersOf<'SCIM Bulk'> {
  const { publicUrl, logger } = services;

  function asScimError(error: unknown, requestId: string): ScimError {
    logger.error({ requestId, err: error }, 'an operation of a bulk request failed');
    return isConnectionError(error)
      ? new ScimError(503, 'The database cannot be reached now; try again.')
      : new ScimError(500, `Something went wrong on our side; the log has it under request ${requestId}.`);
  }

  return {
    async scimBulk({ principal, body, requestId }) {
      const context = contextOf(services, principal);
      const baseUrl = scimBaseUrl(publicUrl, context.directoryId);
      const results = await runBulk(context, parseBulkRequest(body, context.mode), (error) =>
        asScimError(error, requestId),
      );
      return {
        status: 200,
        body: {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
          Operations: results.map((result) => toOperationResult(result, baseUrl)),
        },
      };
    },
  };
}

function toOperationResult({ entry, location, outcome }: BulkResult, baseUrl: string): OperationResult {
  const { method, bulkId } = entry;
  const repeated = {
    ...(location !== undefined && { location: baseUrl + location }),
    ...(method !== undefined && { method }),
    ...(bulkId !== undefined && { bulkId }),
  };
  if (outcome instanceof ScimError) {
    return { ...repeated, status: String(outcome.status), response: scimErrorBody(outcome) };
  }
  const { status, version } = outcome;
  return {
    ...repeated,
    ...(version !== undefined && { version: entityTag(version) }),
    status: String(status),
  };
}
