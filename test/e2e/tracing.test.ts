import { expect, it } from 'vitest';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { freePort } from '../harness/free-port.ts';
import { okta } from '../harness/identity-providers.ts';
import { startReceiver } from '../harness/receiver.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import { startTraceCollector } from '../harness/trace-collector.ts';

const spanKind = { internal: 1, server: 2, client: 3 };

/** Each test starts a process, which takes long on a busy machine. */
const timeout = 120_000;

describeEachInstallation('A server that is traced', (installation) => {
  it(
    'tells of requests, their statements, relayed events and deliveries, and of no values',
    { timeout },
    async () => {
      await using collector = await startTraceCollector();
      await using receiver = await startReceiver();
      const server = await installation().start({
        env: {
          LOG_LEVEL: 'info',
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
          OTEL_SERVICE_NAME: 'directory-sync',
        },
      });
      const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
      const { id: endpointId, secret } = await tenant.dirsync.webhookEndpoints.create({
        url: receiver.url,
        directoryIds: [tenant.directoryId],
      });
      receiver.secret = secret;
      const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
      const callerId = '00f067aa0ba902b7';
      const created = await fetch(`${tenant.scimBaseUrl}/Users`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tenant.token}`,
          'content-type': 'application/scim+json',
          traceparent: `00-${traceId}-${callerId}-01`,
        },
        body: JSON.stringify({ schemas: [userSchema], userName: 'ada@person.example' }),
      });
      expect(created.status).toBe(201);
      await fetch(`${tenant.scimBaseUrl}/Users?filter=userName%20eq%20%22ada@person.example%22`, {
        headers: { authorization: `Bearer ${tenant.token}`, traceparent: `00-${traceId}-${callerId}-00` },
      });
      await receiver.accept(2);
      // What is not sent yet is sent at the end.
      await server.stop();

      const { spans } = collector;
      expect(collector.resource).toMatchObject({ 'service.name': 'directory-sync' });
      const [request, ...otherRequests] = spans.filter(
        (span) => span.traceId === traceId && span.kind === spanKind.server,
      );
      expect(request).toMatchObject({
        name: 'POST /scim/v2/{directoryId}/Users',
        parentSpanId: callerId,
        attributes: {
          'http.request.method': 'POST',
          'http.route': '/scim/v2/{directoryId}/Users',
          'http.response.status_code': 201,
          'dirsync.operation_id': 'scimCreateUser',
        },
      });
      // The caller said not to trace the other one.
      expect(otherRequests).toEqual([]);
      const statements = spans.filter((span) => span.parentSpanId === request?.spanId);
      expect(statements.map(({ name }) => name)).toContain('directory-tokens.authenticate');
      expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set([spanKind.client]));
      expect(statements[0]?.attributes).toEqual({
        'db.system.name': 'postgresql',
        'db.query.summary': statements[0]?.name,
      });
      const relayed = spans.filter(({ name }) => name === 'relay events');
      expect(relayed.reduce((sum, { attributes }) => sum + Number(attributes['dirsync.events']), 0)).toBe(2);
      const deliveries = spans.filter(({ name }) => name === 'deliver webhook');
      expect(deliveries.length).toBeGreaterThanOrEqual(2);
      expect(deliveries[0]).toMatchObject({
        kind: spanKind.client,
        attributes: { 'dirsync.endpoint_id': endpointId, 'http.response.status_code': 204 },
      });
      for (const value of ['person.example', tenant.token, tenant.directoryId, server.apiKey, secret]) {
        expect(collector.text).not.toContain(value);
      }
      // The log leads to the trace.
      expect(server.lines.join('\n')).toMatch(new RegExp(`"traceId":"${traceId}"[^\n]*"status":201`));
    },
  );

  it('works without the collector, and stops in time', { timeout }, async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const server = await installation().start({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: url } });
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    expect((await tenant.scim.get('/Users')).status).toBe(200);
    await server.stop();
  });
});
