import { createHash } from 'node:crypto';

/** One call through the platform: a client span of one service, and the server span that answers it in another. */
export interface Call {
  /** Decides the trace id, so that every run makes the same traces. */
  readonly seed: string;
  readonly durationMs: number;
  /** Attributes of the server's span. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly isError?: boolean;
}

/** Who calls whom, and what the spans are called. */
export const callers = { client: 'budapp', server: 'budgateway', clientSpan: 'POST /v1/chat/completions', serverSpan: 'inference_handler_observability' } as const;

const kinds = { server: 2, client: 3 } as const;

/** The trace id of a call. */
export function traceId({ seed }: Call): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 32);
}

/** One half of each call as OTLP in JSON, from a pod of that side's service: services send their spans themselves, so that the halves of a trace arrive apart. */
export function exported(side: 'client' | 'server', calls: readonly Call[], nowMs: number, pod = 'pod-0'): string {
  return JSON.stringify({
    resourceSpans: [{
      resource: { attributes: [attribute('service.name', callers[side]), attribute('service.instance.id', pod), attribute('k8s.pod.name', pod)] },
      scopeSpans: [{ spans: calls.map((call) => span(side, call, nowMs)) }],
    }],
  });
}

function span(side: 'client' | 'server', call: Call, nowMs: number): Readonly<Record<string, unknown>> {
  const id = traceId(call);
  const [parent, child] = [id.slice(0, 16), id.slice(16)];
  return {
    traceId: id,
    ...(side === 'client' ? { spanId: parent } : { spanId: child, parentSpanId: parent }),
    name: callers[`${side}Span`],
    kind: kinds[side],
    startTimeUnixNano: `${nowMs - call.durationMs}000000`,
    endTimeUnixNano: `${nowMs}000000`,
    attributes: side === 'client' ? [captured(call)] : Object.entries(call.attributes).map(([key, value]) => attribute(key, value)),
    status: { code: side === 'server' && call.isError === true ? 2 : 0 },
  };
}

/** The header of a request, as instrumentation libraries write it. */
function captured({ seed }: Call): Readonly<Record<string, unknown>> {
  return { key: 'http.request.header.x-request-id', value: { arrayValue: { values: [{ stringValue: `request of ${seed}` }] } } };
}

function attribute(key: string, value: string | number | boolean): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') return { key, value: { stringValue: value } };
  return { key, value: typeof value === 'boolean' ? { boolValue: value } : { intValue: String(value) } };
}
