import { AppError, type ErrorCode } from '@bud-o11y/model';
import { cancelled } from './clock.ts';
import { immutableField } from './immutable.ts';
import { retryAfterMs } from './retry-after.ts';
import { serverText } from './server-text.ts';
import type { Status } from './status.ts';
import type { ApiRequest, Failure, ReplyHeaders } from './wire.ts';

interface Verdict {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly fix?: string;
  /** The field that the refusal is about. */
  readonly field?: string;
}

/** Answers that were seen to pass by themselves; any other 500 is permanent. */
const transientMessages = /etcdserver: .*(?:leader changed|timed out)|raft proposal dropped|failed calling webhook|conversion webhook .*failed/;

/** The server's way to say that the object, not the server, is wrong (seen on kube-apiserver 1.37, with status 500). */
const invalidMessages = /failed to create typed (?:patch|live) object|failed to convert new object/;

/** Want of a right, told from what else is answered with 403: a quota, an admission policy. */
const rightsMessages = /\bcannot \S+ (?:resource|path) "/;

const quotaConflict = /Operation cannot be fulfilled on resourcequotas/;

/** What an answer that is no success means. `status.code` decides, which is the HTTP status unless a proxy hid it. */
export function refusal(status: Status, headers: ReplyHeaders, request: ApiRequest, wall: number): Failure {
  const verdict = verdictOn(status, request);
  const field = verdict.field ?? status.causes[0]?.field ?? '';
  const header = headers['retry-after'];
  const afterMs = retryAfterMs(typeof header === 'string' ? header : header?.[0], wall) ?? (status.retryAfterSeconds === undefined ? undefined : status.retryAfterSeconds * 1000);
  const error = new AppError(verdict.code, `${request.name}: ${status.message === '' ? `HTTP ${status.code} ${status.reason}`.trim() : status.message}`, {
    cause: status,
    details: { request: `${request.method} ${request.path}`, status: status.code, ...(status.reason === '' ? {} : { reason: status.reason }), ...(field === '' || field === '[]' ? {} : { field }) },
    ...(verdict.fix === undefined ? {} : { fix: verdict.fix }),
  });
  return { error, retryable: verdict.retryable, status: status.code, ...(afterMs === undefined ? {} : { afterMs }) };
}

function verdictOn(status: Status, request: ApiRequest): Verdict {
  const { code, message } = status;
  switch (code) {
    case 401:
      return { code: 'unauthorised', retryable: false };
    case 403:
      return forbidden(status);
    case 404:
    case 410:
      return notFound(status, request);
    case 409:
      return { code: 'conflict', retryable: quotaConflict.test(message) };
    case 415:
      return { code: 'unsupported', retryable: false, fix: 'use an API server that knows server-side apply (1.22 or later)' };
    case 422:
      return unprocessable(status);
    case 429:
      return { code: 'throttled', retryable: true, fix: 'the API server (API Priority and Fairness) or a proxy in front of it is overloaded: wait, then run the command again' };
    case 500:
      return internal(status);
    case 502:
    case 503:
      return { code: 'unreachable', retryable: true };
    case 504:
      return { code: 'timeout', retryable: true };
    default:
      if (code >= 300 && code < 400) return { code: 'unreachable', retryable: false, fix: 'something answers with a redirect, which is not followed: correct the address of the cluster in the kubeconfig' };
      return { code: code >= 500 ? 'serverError' : 'invalid', retryable: false };
  }
}

function forbidden({ causes, message }: Status): Verdict {
  if (causes.some((cause) => cause.reason === 'NamespaceTerminating')) return { code: 'notFound', retryable: false, fix: 'wait until the namespace is gone, then run the command again' };
  const fix = rightsMessages.test(message) ? { fix: 'ask an administrator of the cluster to apply what `bud-o11y rbac -e <environment>` prints, and to bind it' } : {};
  return { code: 'forbidden', retryable: quotaConflict.test(message), ...fix };
}

/** A write into a namespace that is not there is a missing edge, not a missing object: sending it again is no help. */
function notFound({ kind, name }: Status, request: ApiRequest): Verdict {
  if (kind === 'namespaces' && request.method !== 'GET' && !request.path.endsWith(`/namespaces/${encodeURIComponent(name)}`)) {
    return { code: 'invalid', retryable: false, fix: `create the namespace ${name} first` };
  }
  return { code: 'notFound', retryable: false };
}

function unprocessable(status: Status): Verdict {
  const field = immutableField(status);
  return field === undefined ? { code: 'invalid', retryable: false } : { code: 'immutable', retryable: false, field };
}

function internal({ message, reason }: Status): Verdict {
  if (invalidMessages.test(message)) {
    const field = /(?:^|\s)(\.[^\s:[]+(?:\[[^\]]*\][^\s:[]*)*): /.exec(message)?.[1];
    return { code: 'invalid', retryable: false, ...(field === undefined ? {} : { field }) };
  }
  if (transientMessages.test(message)) return { code: 'unreachable', retryable: true };
  if (reason === 'ServerTimeout') return { code: 'timeout', retryable: true };
  return { code: 'serverError', retryable: false };
}

/** An answer that is no API answer: cut short, not JSON, from something in between. Never taken for a success. */
export function unreadable(what: string, retryable: boolean, request: ApiRequest, status: number): Failure {
  const fix = retryable ? 'check the network between here and the API server, then run the command again' : 'something other than an API server answers at this address: check the kubeconfig and any proxy';
  return { error: new AppError('unreachable', `${request.name}: ${what}`, { details: { request: `${request.method} ${request.path}`, status }, fix }), retryable, status };
}

const timeoutCodes: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const networkCodes = /^(?:E(?:CONN|HOST|NET|PIPE|PROTO|AI_)\w*|ENOTFOUND|UND_ERR_(?:SOCKET|INFO|RES_\w+|CLOSED|DESTROYED)|HPE_\w+|ERR_(?:HTTP2|STREAM)_\w+)$/;
const tlsCodes = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|^ERR_(?:SSL|TLS)_/;

/**
 * Why no answer came. What it does not know is a bug and is thrown as it is.
 * @param server the address, for the message
 */
export function networkFailure(thrown: unknown, request: Pick<ApiRequest, 'name' | 'method' | 'path' | 'signal'>, server: string): Failure {
  if (request.signal?.aborted === true) return { error: cancelled(), retryable: false };
  const { code, message } = networkError(thrown);
  const details = { request: `${request.method} ${request.path}`, server, reason: code };
  const say = (kind: ErrorCode, what: string, retryable: boolean, fix?: string): Failure => ({ error: new AppError(kind, `${request.name}: ${what}`, { details, cause: thrown, ...(fix === undefined ? {} : { fix }) }), retryable });
  if (timeoutCodes.has(code)) return say('timeout', `${server} did not answer in time`, true);
  if (tlsCodes.test(code)) return say('unreachable', `the TLS connection to ${server} was refused: ${serverText(message)}`, false, 'check `certificate-authority-data`, `tls-server-name` and the address in the kubeconfig');
  if (networkCodes.test(code)) return say('unreachable', `no connection to ${server}, or it broke: ${serverText(message)}`, true);
  throw thrown;
}

/** Asks for the fields, not for the class: errors of the network may come from another realm, as under jest. */
function networkError(thrown: unknown): { readonly code: string; readonly message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', message: String(thrown) };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  const inner = 'errors' in thrown && Array.isArray(thrown.errors) ? (thrown.errors[0] as unknown) : 'cause' in thrown ? thrown.cause : undefined;
  return code === '' && inner !== undefined && inner !== thrown ? networkError(inner) : { code, message: message === '' ? code : message };
}
