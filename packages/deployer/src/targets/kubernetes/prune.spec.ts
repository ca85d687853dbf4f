import { describe, expect, it } from '@jest/globals';
import type { ObjectKey } from '../../objects/object-key.ts';
import type { ObjectSource } from '../../objects/object.ts';
import type { InventoryEntry } from './inventory/index.ts';
import { prunePolicy } from './prune.ts';

const setId = 'applyset-x-v1';
const entry = (key: string, more: Partial<InventoryEntry> = {}): InventoryEntry => ({ key: key as ObjectKey, uid: `uid of ${key}`, digest: 'd', fieldsDigest: 'f', source: 'generator:dashboards', prune: 'delete', wave: 'dashboards', ...more });
const meta = (uid: string, more: object = {}) => ({ metadata: { uid, labels: { 'applyset.k8s.io/part-of': setId }, ...more } });
const map = (key: string) => `core/ConfigMap/obs/${key}`;

interface Question {
  readonly entries: readonly InventoryEntry[];
  readonly desired?: readonly string[];
  readonly missing?: readonly ObjectSource[];
  /** What is there; everything as we wrote it unless told. */
  readonly live?: Readonly<Record<string, ReturnType<typeof meta> | undefined>>;
}

function ask({ entries, desired = [map('wanted')], missing = [], live = {} }: Question) {
  const there = entries.map(({ key, uid = '' }) => [key, key in live ? live[key] : meta(uid)] as const).filter((pair): pair is readonly [ObjectKey, ReturnType<typeof meta>] => pair[1] !== undefined);
  return prunePolicy({ setId, entries, desired: new Set(desired as readonly ObjectKey[]), missing: new Set(missing), live: new Map(there) });
}

type Fate = 'deletions' | 'forget' | 'keep';

describe('prunePolicy', () => {
  it.each<readonly [string, Question, Fate, string]>([
    ['owned, labelled, the same object', { entries: [entry(map('a'))] }, 'deletions', ''],
    ['meant by an apply that died, and there', { entries: [{ key: map('a') as ObjectKey, source: 'generator:dashboards', prune: 'delete', wave: 'dashboards' }], live: { [map('a')]: meta('1') } }, 'deletions', ''],
    ['gone', { entries: [entry(map('a'))], live: { [map('a')]: undefined } }, 'forget', 'it is gone'],
    ['row 20: recreated by somebody else', { entries: [entry(map('a'))], live: { [map('a')]: meta('other') } }, 'forget', 'somebody deleted it'],
    ['without our label', { entries: [entry(map('a'))], live: { [map('a')]: meta(`uid of ${map('a')}`, { labels: {} }) } }, 'forget', 'no longer carries our label'],
    ['of another set', { entries: [entry(map('a'))], live: { [map('a')]: meta(`uid of ${map('a')}`, { labels: { 'applyset.k8s.io/part-of': 'applyset-y-v1' } }) } }, 'forget', 'no longer carries our label'],
    ['of a source that could not be rendered', { entries: [entry(map('a'), { source: 'release:grafana' })], missing: ['release:grafana'] }, 'keep', 'release:grafana could not be rendered'],
    ['of a release that is no longer wanted at all', { entries: [entry(map('a'), { source: 'release:minio' })], missing: ['release:grafana'] }, 'deletions', ''],
    ['a Namespace', { entries: [entry('core/Namespace/_/obs')] }, 'keep', 'a Namespace is never deleted'],
    ['a definition', { entries: [entry('apiextensions.k8s.io/CustomResourceDefinition/_/x')] }, 'keep', 'never deleted'],
    ['a claim', { entries: [entry('core/PersistentVolumeClaim/obs/x')] }, 'keep', 'never deleted'],
    ['a volume', { entries: [entry('core/PersistentVolume/_/x')] }, 'keep', 'never deleted'],
    ['asked to be kept when it was applied', { entries: [entry(map('a'), { prune: 'keep' })] }, 'keep', 'asks to be kept'],
    ['asks to be kept now', { entries: [entry(map('a'))], live: { [map('a')]: meta(`uid of ${map('a')}`, { annotations: { 'helm.sh/resource-policy': 'keep' } }) } }, 'keep', 'asks to be kept'],
  ])('%s', (_, question, fate, why) => {
    const verdict = ask(question);
    expect({ deletions: verdict.deletions.length, forget: verdict.forget.length, keep: verdict.keep.length }).toEqual({ deletions: 0, forget: 0, keep: 0, [fate]: 1 });
    if (fate !== 'deletions') expect(verdict[fate][0]?.why).toContain(why);
    expect(verdict.problems).toEqual([]);
  });

  it('leaves alone what is wanted', () => {
    expect(ask({ entries: [entry(map('wanted'))] })).toEqual({ deletions: [], forget: [], keep: [], problems: [] });
  });

  it('names the object that was decided about, and waits for the pods of workloads', () => {
    expect(ask({ entries: [entry('apps/StatefulSet/obs/s'), entry(map('a'))] }).deletions).toMatchObject([{ uid: 'uid of apps/StatefulSet/obs/s', propagation: 'Foreground' }, { uid: `uid of ${map('a')}`, propagation: 'Background' }]);
  });

  it('goes backwards, webhooks before everything, rights and configuration after what uses them', () => {
    const wave = 'backends';
    const keys = ['core/ServiceAccount/obs/a', 'core/Service/obs/a', 'apps/Deployment/obs/a', 'admissionregistration.k8s.io/ValidatingWebhookConfiguration/_/a'].map((key) => entry(key, { wave }));
    expect(ask({ entries: [...keys, entry(map('dashboard'))] }).deletions.map(({ entry: { key } }) => key)).toEqual([
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration/_/a', map('dashboard'), 'core/Service/obs/a', 'apps/Deployment/obs/a', 'core/ServiceAccount/obs/a',
    ]);
  });
});

describe('the budget of deletions', () => {
  const many = (count: number, more: Partial<InventoryEntry> = {}, prefix = 'n'): readonly InventoryEntry[] => Array.from({ length: count }, (_, index) => entry(map(`${prefix}${index}`), more));
  const keys = (entries: readonly InventoryEntry[]): readonly string[] => entries.map(({ key }) => key);

  it.each<readonly [string, Question, number]>([
    ['five of seven', { entries: many(7), desired: keys(many(7)).slice(5) }, 0],
    ['six of seven', { entries: many(7), desired: keys(many(7)).slice(6) }, 1],
    ['a tenth of a hundred', { entries: many(100), desired: keys(many(100)).slice(10) }, 0],
    ['more than a tenth of a hundred', { entries: many(100), desired: keys(many(100)).slice(11) }, 1],
    ['row 28: an empty bundle, however small', { entries: many(1), desired: [] }, 1],
    ['nothing of a source that could not be rendered', { entries: many(50, { source: 'release:grafana' }), missing: ['release:grafana'] }, 0],
    ['a tenth of what was rendered, not of everything', { entries: [...many(60), ...many(100, { source: 'release:grafana' }, 'g')], desired: keys(many(60)).slice(7), missing: ['release:grafana'] }, 1],
    ['not those that are gone already', { entries: many(7), live: Object.fromEntries(keys(many(7)).map((key) => [key, undefined])) }, 0],
  ])('%s', (_, question, problems) => {
    expect(ask(question).problems.map(({ code }) => code)).toEqual(Array.from({ length: problems }, () => 'plan-prune-budget'));
  });
});
