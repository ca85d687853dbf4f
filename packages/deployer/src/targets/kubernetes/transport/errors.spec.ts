import { describe, expect, it } from '@jest/globals';
import { networkFailure, refusal } from './errors.ts';
import { fieldConflicts, readStatus, type Status, statusOf } from './status.ts';
import type { ApiRequest } from './wire.ts';

const apply: ApiRequest = { method: 'PATCH', path: '/apis/apps/v1/namespaces/obs/deployments/a', name: 'patch deployments' };

function status(code: number, message: string, fields: Partial<Status> = {}): Status {
  return { code, reason: '', message, kind: '', name: '', causes: [], ...fields };
}

function immutable(kind: string, field: string, message: string): Status {
  return status(422, message, { reason: 'Invalid', kind, causes: [{ reason: 'FieldValueInvalid', field, message }] });
}

describe('refusal', () => {
  it.each([
    ['401', status(401, 'Unauthorized'), 'unauthorised', false],
    ['403', status(403, 'no'), 'forbidden', false],
    ['403 quota conflict', status(403, 'Operation cannot be fulfilled on resourcequotas "q": the object has been modified'), 'forbidden', true],
    ['403 terminating namespace', status(403, 'no', { causes: [{ reason: 'NamespaceTerminating', message: 'gone soon', field: 'metadata.namespace' }] }), 'notFound', false],
    ['404 object', status(404, 'not found', { kind: 'deployments', name: 'a' }), 'notFound', false],
    ['404 missing namespace', status(404, 'namespaces "obs" not found', { kind: 'namespaces', name: 'obs' }), 'invalid', false],
    ['404 kind not served', status(404, 'the server could not find the requested resource'), 'notFound', false],
    ['409 fields', status(409, 'Apply failed with 1 conflict'), 'conflict', false],
    ['409 quota', status(409, 'Operation cannot be fulfilled on resourcequotas "q"'), 'conflict', true],
    ['410', status(410, 'expired'), 'notFound', false],
    ['415 old server', status(415, 'unsupported media type'), 'unsupported', false],
    ['422 immutable selector', immutable('Deployment', 'spec.selector', 'field is immutable'), 'immutable', false],
    ['422 immutable Secret', immutable('Secret', 'data', 'field is immutable when `immutable` is set'), 'immutable', false],
    ['422 immutable StatefulSet', immutable('StatefulSet', 'spec', "updates to statefulset spec for fields other than 'replicas' are forbidden"), 'immutable', false],
    ['422 immutable, but no field of the list', immutable('Deployment', 'spec.replicas', 'field is immutable'), 'invalid', false],
    ['422 field of the list, but a plain mistake', immutable('Deployment', 'spec.selector', 'Required value'), 'invalid', false],
    ['422 too long', status(422, 'Too long: may not be more than 1048576 bytes'), 'invalid', false],
    ['429', status(429, 'slow down'), 'throttled', true],
    ['500 typed patch', status(500, 'failed to create typed patch object (a): .spec.x: field not declared in schema'), 'invalid', false],
    ['500 MicroTime', status(500, 'failed to convert new object (a): parsing time'), 'invalid', false],
    ['500 leader', status(500, 'etcdserver: leader changed'), 'unreachable', true],
    ['500 etcd timeout', status(500, 'etcdserver: request timed out'), 'unreachable', true],
    ['500 raft', status(500, 'raft proposal dropped'), 'unreachable', true],
    ['500 webhook', status(500, 'Internal error occurred: failed calling webhook "v.example"'), 'unreachable', true],
    ['500 conversion webhook', status(500, 'conversion webhook for a/v1, Kind=B failed: refused'), 'unreachable', true],
    ['500 other', status(500, 'nil pointer'), 'serverError', false],
    ['503', status(503, 'no endpoints'), 'unreachable', true],
    ['504', status(504, 'timeout'), 'timeout', true],
  ])('%s', (_, given, code, retryable) => {
    const { error, ...rest } = refusal(given, {}, apply, 0);
    expect({ code: error.code, retryable: rest.retryable, status: statusOf(error) }).toEqual({ code, retryable, status: given });
  });

  it.each([
    ['.spec.template.spec.containers[name="a"].env', 'failed to create typed patch object (obs/a; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="a"].env: duplicate entries for key [name="X"]'],
    ['.data', 'failed to create typed patch object (obs/a; /v1, Kind=ConfigMap): errors:\n  .data: expected map, got &{[1]}\n  .x: field not declared in schema'],
  ])('names the field %s', (field, message) => expect(refusal(status(500, message), {}, apply, 0).error.details.field).toBe(field));

  it.each([
    ['the want of a right', 'deployments.apps "a" is forbidden: User "u" cannot patch resource "deployments" in API group "apps" in the namespace "obs"', true],
    ['no admission policy', 'admission webhook "p" denied the request: no', false],
  ])('names the roles for %s', (_, message, wanted) => expect(refusal(status(403, message), {}, apply, 0).error.fix.includes('bud-o11y rbac -e')).toBe(wanted));

  it('takes the wish of the body when the header has none', () => {
    expect(refusal(status(429, 'x', { retryAfterSeconds: 3 }), {}, apply, 0).afterMs).toBe(3000);
    expect(refusal(status(429, 'x', { retryAfterSeconds: 3 }), { 'retry-after': '5' }, apply, 0).afterMs).toBe(5000);
  });

  it('reading a namespace that is not there is no mistake of ours', () => {
    const request: ApiRequest = { method: 'GET', path: '/api/v1/namespaces/obs', name: 'get namespaces' };
    expect(refusal(status(404, 'no', { kind: 'namespaces', name: 'obs' }), {}, request, 0).error.code).toBe('notFound');
    expect(refusal(status(404, 'no', { kind: 'namespaces', name: 'obs' }), {}, { ...request, method: 'DELETE' }, 0).error.code).toBe('notFound');
  });
});

describe('fieldConflicts', () => {
  it('names managers and fields', () => {
    const body = { kind: 'Status', status: 'Failure', code: 409, reason: 'Conflict', message: 'Apply failed', details: { causes: [{ reason: 'FieldManagerConflict', message: 'conflict with "kubectl-edit" using v1', field: '.data.rules.yaml' }, { reason: 'Other', message: '', field: '' }] } };
    const read = readStatus(body, 409, []);
    if (read === undefined) throw new Error('no status');
    expect(fieldConflicts(refusal(read, {}, apply, 0).error)).toEqual([{ manager: 'kubectl-edit', field: '.data.rules.yaml', message: 'conflict with "kubectl-edit" using v1' }]);
  });
});

describe('networkFailure', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable', true],
    ['ECONNRESET', 'unreachable', true],
    ['EAI_AGAIN', 'unreachable', true],
    ['UND_ERR_SOCKET', 'unreachable', true],
    ['ERR_HTTP2_STREAM_ERROR', 'unreachable', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable', false],
    ['CERT_HAS_EXPIRED', 'unreachable', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable', false],
  ])('%s', (code, wanted, retryable) => {
    const { error, ...rest } = networkFailure(Object.assign(new Error('x'), { code }), apply, 'https://server');
    expect({ code: error.code, retryable: rest.retryable }).toEqual({ code: wanted, retryable });
  });

  it('lets a bug through', () => expect(() => networkFailure(new TypeError('x is not a function'), apply, '')).toThrow(TypeError));
});
