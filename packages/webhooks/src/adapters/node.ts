/**
 * A receiver in `node:http`, Express and what is built upon them.
 *
 * @packageDocumentation
 */
import { createNodeHandler, type NodeRequest, type NodeResponse } from './node-handler.ts';
import type { Receives } from './raw-body.ts';

export type { NodeRequest, NodeResponse };

/**
 * Makes a handler for `node:http` and Express of a receiver.
 *
 * It needs no body parser, and `express.raw()` or a kept `rawBody` do no harm; after `express.json()` it answers 500
 * with the code `body_not_raw` and the error names the fix.
 *
 * @example
 * ```ts
 * app.post('/webhooks', toNodeHandler(receiver));
 * createServer(toNodeHandler(receiver)).listen(3000);
 * ```
 */
export function toNodeHandler(receiver: Receives): (request: NodeRequest, response: NodeResponse) => void {
  const handle = createNodeHandler(
    receiver,
    "A body parser ran first. Express: mount this route before app.use(express.json()), or put express.raw({ type: '*/*' }) in front of it, or keep the bytes: express.json({ verify: (req, res, bytes) => { req.rawBody = bytes } }). NestJS: NestFactory.create(AppModule, { rawBody: true }).",
  );
  return (request, response) => void handle(request, response);
}
