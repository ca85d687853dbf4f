import { describe, expect, it } from '@jest/globals';
import { applyAs, call } from '../../client.ts';
import { configMap, deployment } from './samples.ts';
import { type Use, refusal } from './subject.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const deployments = '/apis/apps/v1/namespaces/default/deployments';
const typed = (what: string): string => `failed to create typed patch object (${what}`;

interface Refused {
  readonly name: string;
  readonly path: string;
  readonly body: object;
  readonly query?: string;
  readonly status: number;
  readonly reason?: string;
  readonly message: string;
}

/** Applies that a server refuses, whatever is there, and the exact words. A malformed object is a 500, not a 4xx. */
const refused: readonly Refused[] = [
  { name: 'an unknown field', path: `${maps}/no`, body: { ...configMap('no', {}), nope: 1 }, status: 500, message: `${typed('/no; /v1, Kind=ConfigMap')}): .nope: field not declared in schema` },
  { name: 'an unknown field under Strict', path: `${maps}/no`, body: { ...configMap('no', {}), nope: 1 }, query: '&fieldValidation=Strict', status: 500, message: `${typed('/no; /v1, Kind=ConfigMap')}): .nope: field not declared in schema` },
  { name: 'an unknown field in a list item', path: `${deployments}/no`, body: deployment('no', { container: { nope: 1 } }), status: 500, message: `${typed('/no; apps/v1, Kind=Deployment')}): .spec.template.spec.containers[name="main"].nope: field not declared in schema` },
  { name: 'a wrong type', path: `${maps}/no`, body: configMap('no', { a: 1 }), status: 500, message: `${typed('/no; /v1, Kind=ConfigMap')}): .data.a: expected string, got &value.valueUnstructured{Value:1}` },
  { name: 'two items of one key', path: `${deployments}/no`, body: deployment('no', { container: { env: [{ name: 'A' }, { name: 'A' }] } }), status: 500, message: `${typed('/no; apps/v1, Kind=Deployment')}): .spec.template.spec.containers[name="main"].env: duplicate entries for key [name="A"]` },
  { name: 'an item without its key', path: `${deployments}/no`, body: deployment('no', { container: { env: [{ value: 'a' }] } }), status: 422, reason: 'Invalid', message: 'Deployment.apps "no" is invalid: spec.template.spec.containers[0].env[0].name: Required value' },
  { name: 'a namespace that is not there', path: '/api/v1/namespaces/nowhere/configmaps/no', body: configMap('no', {}), status: 404, reason: 'NotFound', message: 'namespaces "nowhere" not found' },
  { name: 'another name than the path', path: `${maps}/no`, body: configMap('other', {}), status: 400, reason: 'BadRequest', message: 'the name of the object (other) does not match the name on the URL (no)' },
  { name: 'another namespace than the path', path: `${maps}/no`, body: configMap('no', {}, { namespace: 'other' }), status: 400, reason: 'BadRequest', message: 'the namespace of the provided object does not match the namespace sent on the request' },
  { name: 'another version than the path', path: `${maps}/no`, body: { ...configMap('no', {}), apiVersion: 'v2' }, status: 400, reason: 'BadRequest', message: 'invalid object type: /v2, Kind=ConfigMap' },
  { name: 'managedFields', path: `${maps}/no`, body: configMap('no', {}, { managedFields: [] }), status: 400, reason: 'BadRequest', message: 'metadata.managedFields must be nil' },
  { name: 'more than a mebibyte', path: `${maps}/no`, body: configMap('no', { a: 'x'.repeat(1_100_000) }), status: 422, reason: 'Invalid', message: 'ConfigMap "no" is invalid: []: Too long: may not be more than 1048576 bytes' },
  { name: 'too much in annotations', path: `${maps}/no`, body: configMap('no', {}, { annotations: { a: 'x'.repeat(270_000) } }), status: 422, reason: 'Invalid', message: 'ConfigMap "no" is invalid: metadata.annotations: Too long: may not be more than 262144 bytes' },
];

/** What a server does not accept. */
export function refusingContract(use: Use): void {
  describe('refused is', () => {
    it.each(refused)('$name', async ({ path, body, query, status, reason, message }) => {
      expect(refusal(await applyAs(use().admin, 'us', path, body, query))).toMatchObject({ status, reason, message });
      expect((await call(use().admin, 'GET', path)).status).toBe(404);
    });

    it('an apply without a manager', async () => {
      const reply = await call(use().admin, 'PATCH', `${maps}/no`, { body: configMap('no', {}), contentType: 'application/apply-patch+yaml' });
      expect(refusal(reply)).toMatchObject({ status: 422, message: 'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch' });
    });

    it('an unknown field of a POST under Strict, in other words', async () => {
      const reply = await call(use().admin, 'POST', `${maps}?fieldValidation=Strict`, { body: { ...configMap('no', {}), nope: 1 } });
      expect(refusal(reply)).toMatchObject({ status: 400, message: 'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "nope"' });
    });

    it('a wrong token', async () => {
      expect(refusal(await call({ ...use().admin, token: 'unknown' }, 'GET', maps))).toMatchObject({ status: 401, reason: 'Unauthorized', message: 'Unauthorized' });
    });
  });

  describe('what cannot change', () => {
    it.each([
      { name: 'selector', group: 'apps/v1', plural: 'deployments', before: deployment('fixed-d', { spec: { paused: true } }), spec: { selector: { matchLabels: { app: 'other' } }, paused: true }, field: 'spec.selector' },
      { name: 'serviceName', group: 'apps/v1', plural: 'statefulsets', before: statefulSet('a'), spec: { ...statefulSet('b').spec }, field: 'spec.serviceName' },
    ])('$name of $plural', async ({ group, plural, before, spec, field }) => {
      const { metadata: { name } } = before as { readonly metadata: { readonly name: string } };
      const path = `/apis/${group}/namespaces/default/${plural}/${name}`;
      await applyAs(use().admin, 'us', path, before);
      const after = { ...before, spec: { ...(before as { readonly spec: object }).spec, ...spec } };
      const { status, causes } = refusal(await applyAs(use().admin, 'us', path, after, '&force=true&dryRun=All'));
      expect(status).toBe(422);
      expect(causes).toContainEqual({ reason: 'FieldValueInvalid', field, message: expect.stringMatching(/field is immutable$/) });
    });

    it('data of an immutable ConfigMap', async () => {
      const frozen = (a: string): object => ({ ...configMap('fixed-c', { a }), immutable: true });
      await applyAs(use().admin, 'us', `${maps}/fixed-c`, frozen('1'));
      expect(refusal(await applyAs(use().admin, 'us', `${maps}/fixed-c`, frozen('2')))).toMatchObject({ status: 422, causes: [{ reason: 'FieldValueForbidden', field: 'data', message: 'Forbidden: field is immutable when `immutable` is set' }] });
    });
  });
}

function statefulSet(serviceName: string): { readonly apiVersion: string; readonly kind: string; readonly metadata: object; readonly spec: object } {
  const labels = { app: 'fixed-s' };
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'fixed-s' },
    spec: { serviceName, replicas: 0, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'registry.test/main:1' }] } } },
  };
}
