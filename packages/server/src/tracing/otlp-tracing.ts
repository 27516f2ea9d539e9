import { AsyncLocalStorage } from 'node:async_hooks';
import { DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, diag, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Sampler } from '@opentelemetry/sdk-trace';
import type { BackgroundLogger } from '../relay/background-loop.ts';
import type { SamplerName } from './sampler-names.ts';
import type { TracedRequest, Tracing } from './tracing.ts';

export interface TracingOptions {
  /** Where spans are sent, as OTLP over HTTP. */
  readonly url: string;
  readonly sampler: SamplerName;
  /** Of the samplers by ratio: from 0 to 1. */
  readonly ratio: number;
  readonly logger: BackgroundLogger;
}

/** A collector that is away holds up nobody, neither while the process works nor when it ends. */
const exportTimeoutMs = 5000;

/** By another method a client could make as many names of spans as it likes. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const ignore = (): void => undefined;

/** Starts tracing. Headers and the name of the service come from the standard variables `OTEL_…`. */
export function createOtlpTracing({ url, sampler, ratio, logger }: TracingOptions): Tracing {
  const report = (message: string): void => logger.warn({ telemetry: message }, 'traces could not be sent');
  const diagLogger = { error: report, warn: report, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(diagLogger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: exportTimeoutMs });
  const detectors = [resourceAttributesEnvDetector, serviceNameEnvDetector];
  const provider = new TracerProvider({
    sampler: createSampler(sampler, ratio),
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'dirsync' }))
      .merge(detectResources({ detectors })),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportTimeoutMs })],
  });
  const tracer = provider.getTracer('dirsync');
  const propagator = new W3CTraceContextPropagator();
  const active = new AsyncLocalStorage<Context>();

  /** A span of what is over already. */
  function tell(name: string, kind: SpanKind, durationMs: number, attributes: Attributes): void {
    const end = Date.now();
    tracer.startSpan(name, { kind, startTime: end - durationMs, attributes }, ROOT_CONTEXT).end(end);
  }

  return {
    async request(headers, run, describe) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, headerGetter);
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, parent);
      try {
        await active.run(trace.setSpan(parent, span), run);
      } finally {
        describeRequest(span, describe());
        span.end();
      }
      return span.spanContext().traceId;
    },

    async statement(name, run) {
      const parent = active.getStore();
      if (parent === undefined) return run();
      const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': name };
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
      try {
        return await run();
      } catch (error) {
        // Not its message: PostgreSQL repeats values in some.
        span.setAttribute('error.type', errorType(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },

    onRelayed: (events, durationMs) =>
      tell('relay events', SpanKind.INTERNAL, durationMs, { 'dirsync.events': events }),

    onAttempt: ({ endpointId, kind, status, durationMs }) =>
      tell('deliver webhook', SpanKind.CLIENT, durationMs, {
        'dirsync.endpoint_id': endpointId,
        'dirsync.outcome': kind,
        ...(status !== null && { 'http.response.status_code': status }),
      }),

    // What could not be sent in time was reported by then.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

const headerGetter = {
  get: (headers: Headers, name: string): string | undefined => headers.get(name) ?? undefined,
  keys: (headers: Headers): string[] => [...headers.keys()],
};

function describeRequest(span: Span, { method, operationId, route, status }: TracedRequest): void {
  const known = methods.has(method) ? method : '_OTHER';
  span.updateName(route === undefined ? known : `${known} ${route}`);
  span.setAttributes({
    'http.request.method': known,
    'http.response.status_code': status,
    ...(route !== undefined && { 'http.route': route }),
    ...(operationId !== undefined && { 'dirsync.operation_id': operationId }),
  });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}

function createSampler(name: SamplerName, ratio: number): Sampler {
  const root = name.endsWith('always_on')
    ? new AlwaysOnSampler()
    : name.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(ratio);
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function errorType(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? String(error.code) : error.name;
}
