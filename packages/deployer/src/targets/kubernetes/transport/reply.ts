import { secretsIn } from '../../../redact.ts';
import { refusal, unreadable } from './errors.ts';
import { serverText } from './server-text.ts';
import { isFailureStatus, readStatus, type Status } from './status.ts';
import type { ApiReply, ApiRequest, Outcome, WireReply } from './wire.ts';

interface Reading {
  readonly request: ApiRequest;
  /** Never shown, should the server echo them. */
  readonly secrets: readonly string[];
  /** Milliseconds since 1970. */
  readonly wall: number;
}

/**
 * Makes an answer of what came over the wire. A success is 2xx with complete JSON that is no `Status` of failure; all
 * else is a failure with its reason.
 */
export function readReply<Body>(wire: WireReply, { request, secrets, wall }: Reading): Outcome<ApiReply<Body>> {
  const body = parsed(wire.text);
  const succeeded = wire.status >= 200 && wire.status < 300;
  if (!succeeded || isFailureStatus(body)) {
    const sent = secretsSent(request);
    const status = readStatus(body, wire.status, secrets, sent) ?? plainStatus(wire, [...secrets, ...sent]);
    return { failure: refusal(succeeded && status.code < 300 ? { ...status, code: 500 } : status, wire.headers, request, wall) };
  }
  if (body === undefined) {
    const type = String(wire.headers['content-type'] ?? '');
    return /json/.test(type) || type === ''
      ? { failure: unreadable(`the answer of the server is cut short (${wire.text.length} characters)`, true, request, wire.status) }
      : { failure: unreadable(`the answer is ${serverText(type)}, not JSON`, false, request, wire.status) };
  }
  return { value: { status: wire.status, body: body as Body, warnings: warningsOf(wire, request, secrets), headers: wire.headers } };
}

/** JSON objects only: no API answer is anything else. */
function parsed(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** For answers without a `Status`: of proxies, and of handlers in front of the API. HTML is not worth showing. */
function plainStatus({ status, text, headers }: WireReply, secrets: readonly string[]): Status {
  const isHtml = /html/.test(String(headers['content-type'] ?? '')) || text.trimStart().startsWith('<');
  return { code: status, reason: '', message: isHtml ? `HTTP ${status} with a web page` : serverText(text, secrets), kind: '', name: '', causes: [] };
}

/** `299 - "text"`, several to a header, `\"` and `\\` escaped inside (RFC 7234, 5.5). */
function warningsOf({ headers }: Pick<WireReply, 'headers'>, request: ApiRequest, secrets: readonly string[]): readonly string[] {
  if (headers.warning === undefined) return [];
  const hidden = [...secrets, ...secretsSent(request)];
  return [headers.warning].flat().flatMap((line) => [...line.matchAll(/\b\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) => serverText((match[1] ?? '').replaceAll(/\\(.)/g, '$1'), hidden)));
}

/** What a validating webhook, or the server itself ("expected string, got …"), may repeat of the object that was sent. */
function secretsSent({ body }: ApiRequest): readonly string[] {
  return secretsIn(typeof body === 'string' ? parsed(body) : body);
}
