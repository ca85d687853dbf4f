import { describe, expect, it } from '@jest/globals';
import { applyAs, call, patchTypes } from '../../client.ts';
import { configMap, deployment, service } from './samples.ts';
import { type Use, appliedFields } from './subject.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const deployments = '/apis/apps/v1/namespaces/default/deployments';
const services = '/api/v1/namespaces/default/services';

/** The text of what an applier owns: whether an object is unchanged is decided by its digest. */
export function owningContract(use: Use): void {
  describe('what is owned', () => {
    it('of a ConfigMap is every key', async () => {
      const reply = await applyAs(use().admin, 'us', `${maps}/own-a`, configMap('own-a', { b: '1', a: '2' }, { labels: { z: '1' }, annotations: { note: 'x' } }));
      expect(appliedFields(reply, 'us')).toBe('{"f:data":{"f:a":{},"f:b":{}},"f:metadata":{"f:annotations":{"f:note":{}},"f:labels":{"f:z":{}}}}');
    });

    it('of a Deployment is every leaf, list items by their keys, atomic parts whole', async () => {
      const reply = await applyAs(use().admin, 'us', `${deployments}/own-d`, deployment('own-d', { spec: { paused: true } }));
      const item = (keys: string): string => `k:${keys}`;
      expect(JSON.parse(appliedFields(reply, 'us') ?? '')).toEqual({
        'f:metadata': { 'f:labels': { 'f:app': {} } },
        'f:spec': {
          'f:paused': {},
          'f:replicas': {},
          'f:selector': {},
          'f:strategy': { 'f:rollingUpdate': { 'f:maxSurge': {} }, 'f:type': {} },
          'f:template': {
            'f:metadata': { 'f:labels': { 'f:app': {} } },
            'f:spec': {
              'f:containers': {
                [item('{"name":"main"}')]: {
                  '.': {},
                  'f:args': {},
                  'f:env': {
                    [item('{"name":"A"}')]: { '.': {}, 'f:name': {}, 'f:value': {} },
                    [item('{"name":"B"}')]: { '.': {}, 'f:name': {}, 'f:valueFrom': { 'f:configMapKeyRef': {} } },
                  },
                  'f:image': {},
                  'f:name': {},
                  'f:ports': {
                    [item('{"containerPort":53,"protocol":"UDP"}')]: { '.': {}, 'f:containerPort': {}, 'f:name': {}, 'f:protocol': {} },
                    [item('{"containerPort":80,"protocol":"TCP"}')]: { '.': {}, 'f:containerPort': {}, 'f:name': {} },
                  },
                  'f:resources': { 'f:limits': { 'f:cpu': {}, 'f:memory': {} } },
                  'f:volumeMounts': { [item('{"mountPath":"/config"}')]: { '.': {}, 'f:mountPath': {}, 'f:name': {} } },
                },
              },
              'f:nodeSelector': {},
              'f:tolerations': {},
              'f:volumes': {
                [item('{"name":"config"}')]: { '.': {}, 'f:configMap': { 'f:items': {}, 'f:name': {} }, 'f:name': {} },
                [item('{"name":"scratch"}')]: { '.': {}, 'f:emptyDir': {}, 'f:name': {} },
              },
            },
          },
        },
      });
    });

    it('is written in one order: members before what is below, keys by value', async () => {
      const reply = await applyAs(use().admin, 'us', `${services}/web`, service);
      expect(appliedFields(reply, 'us')).toBe(
        '{"f:metadata":{"f:labels":{"f:app":{}}},"f:spec":{"f:ports":{"k:{\\"port\\":53,\\"protocol\\":\\"UDP\\"}":{".":{},"f:name":{},"f:port":{},"f:protocol":{},"f:targetPort":{}},"k:{\\"port\\":80,\\"protocol\\":\\"TCP\\"}":{".":{},"f:name":{},"f:port":{},"f:targetPort":{}}},"f:selector":{}}}',
      );
    });

    it.each([
      { what: 'an edit takes the field away', edit: { a: 'edited' }, left: '{"f:data":{"f:b":{}}}' },
      { what: 'a removal takes the field away', edit: { a: null }, left: '{"f:data":{"f:b":{}}}' },
      { what: 'an added field leaves it', edit: { c: 'theirs' }, left: '{"f:data":{"f:a":{},"f:b":{}}}' },
      { what: 'the same value leaves it', edit: { a: '1' }, left: '{"f:data":{"f:a":{},"f:b":{}}}' },
    ])('shrinks or stays: $what', async ({ what, edit, left }) => {
      const { admin } = use();
      const name = `own-${what.replaceAll(/\W+/g, '-')}`;
      await applyAs(admin, 'us', `${maps}/${name}`, configMap(name, { a: '1', b: '1' }));
      const edited = await call(admin, 'PATCH', `${maps}/${name}?fieldManager=somebody`, { body: { data: edit }, contentType: patchTypes.merge });
      expect(appliedFields(edited, 'us')).toBe(left);
    });

    it('stays lost when a field is edited and edited back', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/own-back`, configMap('own-back', { a: '1', b: '1' }));
      for (const a of ['2', '1']) await call(admin, 'PATCH', `${maps}/own-back?fieldManager=somebody`, { body: { data: { a } }, contentType: patchTypes.merge });
      expect(appliedFields(await call(admin, 'GET', `${maps}/own-back`), 'us')).toBe('{"f:data":{"f:b":{}}}');
    });
  });
}
