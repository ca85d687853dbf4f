import type { SpanAttribute } from '@bud-o11y/model';

const attribute: SpanAttribute = 'span.request_id';
const own = attribute.replace(/^span\./, '');

/** Where instrumentation libraries put a captured header, as a list: by the convention's name, and with the underscores of Python's. */
const captured = ['http.request.header.x-request-id', 'http.request.header.x_request_id'] as const;

/**
 * Document 5.2: `x-request-id` is the span attribute that the log field of the same name is joined with. A service that
 * sets it itself keeps it; the others have only to capture the header.
 */
export const requestId = {
  error_mode: 'ignore',
  trace_statements: captured.map((header) => `set(span.attributes["${own}"], span.attributes["${header}"][0]) where span.attributes["${own}"] == nil and span.attributes["${header}"] != nil`),
} as const;
