import { beforeAll, describe, expect, it } from '@jest/globals';
import { applyAs, call } from '../../client.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import { ruleDefinition, ruleSet } from './samples.ts';
import { type Use, appliedFields, eventually, metadataOf, refusal } from './subject.ts';

const group = 'extending.contract.test';
const definition = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/rulesets.${group}`;
const sets = `/apis/${group}/v1/namespaces/default/rulesets`;
const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const rule = { alert: 'Down', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } };
const isEstablished = ({ body }: { readonly body: JsonObject }): boolean => {
  const { conditions } = objectAt(body, 'status');
  return Array.isArray(conditions) && conditions.filter(isObject).some(({ type, status }) => type === 'Established' && status === 'True');
};

/** Custom kinds: served once their definition is established, typed by its schema. */
export function extendingContract(use: Use): void {
  describe('a custom kind', () => {
    beforeAll(async () => {
      expect((await applyAs(use().admin, 'us', `${sets}/early`, ruleSet(group, 'early', []))).status).toBe(404);
      expect((await applyAs(use().admin, 'us', definition, ruleDefinition(group))).status).toBe(201);
      await eventually(use().admin, definition, isEstablished);
      await eventually(use().admin, sets, ({ status }) => status === 200);
    }, 60_000);

    it('is served after its definition, and discovered', async () => {
      const { body } = await call(use().admin, 'GET', '/apis', { accept: aggregated });
      expect(body).toMatchObject({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2' });
      const found = (body['items'] as readonly JsonObject[]).find((item) => objectAt(item, 'metadata')['name'] === group);
      expect(found).toMatchObject({ versions: [{ version: 'v1', freshness: 'Current', resources: [{ resource: 'rulesets', scope: 'Namespaced', singularResource: 'ruleset', responseKind: { group, version: 'v1', kind: 'RuleSet' } }] }] });
    });

    it('is applied without a change the second time, and owned by its keys', async () => {
      const { admin } = use();
      const object = ruleSet(group, 'owned', [{ name: 'b', interval: '1m', rules: [rule] }, { name: 'a', rules: [{ ...rule, expr: 1 }] }], { free: { deep: { list: [1] } } });
      const created = await applyAs(admin, 'us', `${sets}/owned`, object);
      const again = await applyAs(admin, 'us', `${sets}/owned`, object);
      expect([created.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual(created.body);
      expect(appliedFields(created, 'us')).toBe(
        '{"f:metadata":{"f:labels":{"f:ruler":{}}},"f:spec":{"f:free":{"f:deep":{".":{},"f:list":{}}},"f:groups":{"k:{\\"name\\":\\"a\\"}":{".":{},"f:name":{},"f:rules":{}},"k:{\\"name\\":\\"b\\"}":{".":{},"f:interval":{},"f:name":{},"f:rules":{}}}}}',
      );
    });

    it('counts generations by content', async () => {
      const { admin } = use();
      const generations: unknown[] = [];
      for (const expr of ['a', 'a', 'b']) generations.push(metadataOf(await applyAs(admin, 'us', `${sets}/counted`, ruleSet(group, 'counted', [{ name: 'g', rules: [{ expr }] }])))['generation']);
      expect(generations).toEqual([1, 1, 2]);
    });

    it.each([
      { name: 'an undeclared field', groups: [{ name: 'g', nope: 1 }], status: 500, text: '.spec.groups[name="g"].nope: field not declared in schema' },
      { name: 'a missing field', groups: [{ name: 'g', rules: [{ alert: 'A' }] }], status: 422, text: 'spec.groups[0].rules[0].expr: Required value' },
      { name: 'an item without its key', groups: [{ interval: '1m' }], status: 500, text: 'associative list with keys has an element that omits all key fields ["name"]' },
    ])('refuses $name', async ({ groups, status, text }) => {
      const reply = refusal(await applyAs(use().admin, 'us', `${sets}/refused`, ruleSet(group, 'refused', groups)));
      expect(reply.status).toBe(status);
      expect(reply.message).toContain(text);
    });
  });
}
