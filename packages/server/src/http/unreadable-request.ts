import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ScimError, scimErrorBody } from '../scim/error.ts';
import { answerHeaders } from './answer-headers.ts';
import { mediaTypes } from './error-response.ts';
import { problemBody, ProblemError } from './problem.ts';

/** What HTTP's parser tells of a request that it gave up. */
export interface ParserFault extends Error {
  readonly code?: string;
  readonly rawPacket?: Uint8Array;
}

/**
 * Answers a request that HTTP's parser gave up, which the application never sees, and ends its connection.
 * Identity providers read JSON and stumble over the parser's own answer, which has no body.
 *
 * @param latest The answer that was begun last on the connection.
 */
export function refuseUnreadable(fault: ParserFault, socket: Duplex, latest?: ServerResponse): void {
  const isInAnswer = latest !== undefined && latest.headersSent && !latest.writableFinished;
  if (fault.code === 'ECONNRESET' || !socket.writable || isInAnswer) {
    socket.destroy(fault);
    return;
  }
  const [status, detail] = refusalOf(fault);
  const requestId = randomUUID();
  const isScim = !isOfDirectoryApi(fault);
  const body = isScim
    ? scimErrorBody(new ScimError(status, detail))
    : { ...problemBody(new ProblemError('invalid_request', detail), requestId), status };
  const json = JSON.stringify(body);
  const headers = answerHeaders(requestId, {
    connection: 'close',
    'content-type': mediaTypes[isScim ? 'scim' : 'directory'].error,
    'content-length': String(Buffer.byteLength(json)),
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', json].join('\r\n'));
}

function refusalOf({ code }: ParserFault): readonly [status: number, detail: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The URL and the headers of the request are too long together.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request did not come whole in time.'];
    default:
      return [400, 'The request is not HTTP.'];
  }
}

/** Of a long request only the end may be left to look at; what is that long holds a filter. */
function isOfDirectoryApi({ rawPacket }: ParserFault): boolean {
  return (
    rawPacket !== undefined &&
    /^[A-Z]+ \/v1\//.test(Buffer.from(rawPacket.subarray(0, 20)).toString('latin1'))
  );
}
