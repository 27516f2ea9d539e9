import type {
  ALBEvent,
  ALBHandler,
  APIGatewayProxyEvent,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLEvent,
  LambdaFunctionURLHandler,
} from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { body, forged, recordingReceiver, signed } from '../../test-support/recording-receiver.ts';
import { toLambdaHandler, type LambdaEventLike } from './lambda.ts';

type Headers = Record<string, string>;
type Make = (headers: Headers, text: string | null, isBase64Encoded: boolean) => LambdaEventLike;

/** `webhook-id` as `Webhook-Id`: REST APIs hand names over as they came. */
const capitalised = (headers: Headers): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );

const many = (headers: Headers): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

/** A REST API, and an HTTP API of payload version 1.0. */
const version1: Make = (headers, text, isBase64Encoded) => {
  const event: Omit<APIGatewayProxyEvent, 'requestContext'> = {
    resource: '/webhooks',
    path: '/webhooks',
    httpMethod: 'POST',
    headers: capitalised(headers),
    multiValueHeaders: many(capitalised(headers)),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: text,
    isBase64Encoded,
  };
  return event;
};

/** An HTTP API of payload version 2.0, and a Function URL, whose events are the same. */
const version2: Make = (headers, text, isBase64Encoded) => {
  const event: Omit<LambdaFunctionURLEvent, 'requestContext'> = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/webhooks',
    rawQueryString: '',
    headers,
    ...(text !== null && { body: text }),
    isBase64Encoded,
  };
  return event;
};

/** A load balancer with several values for each header. */
const loadBalancer: Make = (headers, text, isBase64Encoded) => {
  const event: Omit<ALBEvent, 'requestContext'> = {
    httpMethod: 'POST',
    path: '/webhooks',
    multiValueHeaders: many(headers),
    body: text,
    isBase64Encoded,
  };
  return event;
};

describe.each<[string, Make]>([
  ['API Gateway, version 1.0', version1],
  ['API Gateway, version 2.0, and Function URL', version2],
  ['Application Load Balancer', loadBalancer],
])('%s', (_name, make) => {
  it('takes a webhook, as text and as base64', async () => {
    const { receiver, names } = recordingReceiver();
    const handler = toLambdaHandler(receiver);
    const base64 = Buffer.from(body).toString('base64');
    expect(await handler(make(await signed(), body, false))).toMatchObject({ statusCode: 204, body: '' });
    expect(await handler(make(await signed(), base64, true))).toMatchObject({ statusCode: 204 });
    expect(names).toStrictEqual(['Zoë', 'Zoë']);
  });

  it('answers 401 to a forgery and 400 to what is no webhook', async () => {
    const { receiver } = recordingReceiver();
    const handler = toLambdaHandler(receiver);
    const { headers, body: text } = await forged();
    const refused = await handler(make(headers, text, false));
    expect(refused).toMatchObject({ statusCode: 401, body: '{"code":"no_matching_signature"}' });
    expect(refused.headers).toStrictEqual({ 'content-type': 'application/json' });
    expect(await handler(make({}, null, false))).toMatchObject({ statusCode: 400 });
    expect(await handler(make(await signed(), null, false))).toMatchObject({ statusCode: 401 });
    expect(await handler(make(await signed(), '%%%', true))).toMatchObject({ statusCode: 401 });
  });

  it('answers 500 when something parsed the body, and names the fix', async () => {
    const { receiver, names, errors } = recordingReceiver();
    // What @middy/http-json-body-parser leaves.
    const event = { ...make(await signed(), body, false), body: JSON.parse(body) as string };
    const result = await toLambdaHandler(receiver)(event);
    expect(result).toMatchObject({ statusCode: 500, body: '{"code":"body_not_raw"}' });
    expect(String(errors[0])).toContain('@middy/http-json-body-parser');
    expect(names).toStrictEqual([]);
  });
});

it('refuses a header that came twice', async () => {
  const { receiver } = recordingReceiver();
  const headers = await signed();
  const event = { multiValueHeaders: { ...many(headers), 'webhook-id': ['evt_1', 'evt_2'] }, body };
  expect(await toLambdaHandler(receiver)(event)).toMatchObject({
    statusCode: 400,
    body: '{"code":"duplicate_header"}',
  });
});

it('answers a load balancer in its own way', async () => {
  const { receiver } = recordingReceiver();
  const result = await toLambdaHandler(receiver)(loadBalancer({}, null, false));
  expect(result.multiValueHeaders).toStrictEqual({ 'content-type': ['application/json'] });
});

it('is a handler of each kind by its types', () => {
  const handler = toLambdaHandler(recordingReceiver().receiver);
  const handlers: [APIGatewayProxyHandler, APIGatewayProxyHandlerV2, LambdaFunctionURLHandler, ALBHandler] = [
    handler,
    handler,
    handler,
    handler,
  ];
  expect(handlers).toHaveLength(4);
});
