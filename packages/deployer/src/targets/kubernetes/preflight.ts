import { compareText, type Problem } from '@bud-o11y/model';
import { type AccessReviews, accessReviews, type PolicyRule } from './access-reviews.ts';
import { inventoryName, type InventoryPlace } from './inventory/index.ts';
import type { Api } from './transport/api.ts';
import type { ServedKind } from './transport/discovery-document.ts';

/** Something that the apply is going to do. */
export interface PermissionNeed {
  /** Empty for the core group. */
  readonly group: string;
  /** The plural. */
  readonly resource: string;
  /** Absent for what is in no namespace. */
  readonly namespace?: string;
  /** The one object that it is about; absent when it is about the collection. */
  readonly name?: string;
  readonly verbs: readonly string[];
}

/** What happens to one object; without a name, to some objects of the kind. */
export interface ObjectUse {
  readonly served: Pick<ServedKind, 'group' | 'plural' | 'namespaced'>;
  readonly namespace?: string;
  readonly name?: string;
  /** `replaces`: it may have to be deleted and made again. */
  readonly does?: 'writes' | 'deletes' | 'replaces';
}

const verbsOf: Readonly<Record<NonNullable<ObjectUse['does']>, readonly string[]>> = { writes: ['create', 'patch'], deletes: ['delete'], replaces: ['create', 'delete', 'get', 'patch'] };

/** What applying or deleting objects takes: reading their collections, of Secrets each by its name, and writing each by its name. */
export function objectNeeds(objects: readonly ObjectUse[]): readonly PermissionNeed[] {
  return objects.flatMap(({ served, namespace, name, does = 'writes' }) => {
    const where = { group: served.group, resource: served.plural, ...(served.namespaced && namespace !== undefined ? { namespace } : {}) };
    const named = { ...where, ...(name === undefined ? {} : { name }) };
    return [isSecrets(served) ? { ...named, verbs: ['get'] } : { ...where, verbs: ['list', 'watch'] }, { ...named, verbs: verbsOf[does] }];
  });
}

function isSecrets({ group, plural }: ObjectUse['served']): boolean {
  return group === '' && plural === 'secrets';
}

/** What the inventory and the lock take. A Lease is created without a name as far as permissions go. */
export function engineNeeds({ environment, namespace }: InventoryPlace): readonly PermissionNeed[] {
  const leases = { group: 'coordination.k8s.io', resource: 'leases', namespace };
  return [
    { group: '', resource: 'configmaps', namespace, verbs: ['create', 'delete', 'get', 'patch', 'update'] },
    { ...leases, verbs: ['create'] },
    { ...leases, name: inventoryName(environment), verbs: ['get', 'update'] },
  ];
}

/**
 * Asks the server what we may do: one Problem per resource and namespace, with every verb that is missing.
 */
export async function preflight(api: Api, environment: string, needs: readonly PermissionNeed[]): Promise<readonly Problem[]> {
  const wishes = wishesOf(needs);
  if (wishes.length === 0) return [];
  const reviews = accessReviews(api);
  if (await reviews.mayDo({ group: '*', resource: '*', verb: '*' })) return [];
  const found = await Promise.all(wishes.map(async (wish) => ({ wish, missing: await missingVerbs(wish, reviews) })));
  return found.filter(({ missing }) => missing.length > 0).map(({ wish, missing }) => problem(environment, wish, missing));
}

/** Everything that is needed of one resource in one namespace. */
interface Wish extends Omit<PermissionNeed, 'verbs' | 'name'> {
  /** By verb, the names that it is about; the empty name stands for the collection. */
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
}

function wishesOf(needs: readonly PermissionNeed[]): readonly Wish[] {
  const byPlace = Map.groupBy(needs, ({ group, resource, namespace = '' }) => `${namespace} ${group} ${resource}`);
  return [...byPlace].sort(([a], [b]) => compareText(a, b)).flatMap(([, all]): Wish[] => {
    const [first] = all;
    if (first === undefined) return [];
    const verbs = new Map<string, Set<string>>();
    for (const { verbs: wanted, name = '' } of all) for (const verb of wanted) verbs.set(verb, (verbs.get(verb) ?? new Set()).add(name));
    const { group, resource, namespace } = first;
    return [{ group, resource, ...(namespace === undefined ? {} : { namespace }), verbs }];
  });
}

/**
 * In a namespace its rules decide. Beyond namespaces a rule that is listed may hold in that namespace only, so that the
 * server is asked; a verb that no rule lists is missing for certain, unless the list has gaps.
 */
async function missingVerbs(wish: Wish, reviews: AccessReviews): Promise<readonly string[]> {
  const { rules, incomplete } = await reviews.rulesIn(wish.namespace ?? 'default');
  const verdicts = await Promise.all([...wish.verbs].map(async ([verb, names]) => {
    const isListed = [...names].every((name) => rules.some((rule) => covers(rule, wish, verb, name)));
    if (wish.namespace !== undefined ? isListed || !incomplete : !isListed && !incomplete) return { verb, allowed: isListed };
    const [name = ''] = names;
    const { group, resource, namespace } = wish;
    return { verb, allowed: await reviews.mayDo({ group, resource, verb, ...(namespace === undefined ? {} : { namespace }), ...(name === '' ? {} : { name }) }) };
  }));
  return verdicts.filter(({ allowed }) => !allowed).map(({ verb }) => verb).sort(compareText);
}

function covers({ apiGroups, resources, resourceNames, verbs }: PolicyRule, { group, resource }: Wish, verb: string, name: string): boolean {
  const has = (list: readonly string[] | undefined, wanted: string): boolean => list?.some((entry) => entry === '*' || entry === wanted) ?? false;
  const isNamed = resourceNames === undefined || resourceNames.length === 0 || (name !== '' && resourceNames.includes(name));
  return has(verbs, verb) && has(apiGroups, group) && has(resources, resource) && isNamed;
}

function problem(environment: string, { group, resource, namespace }: Wish, missing: readonly string[]): Problem {
  const what = group === '' ? resource : `${resource}.${group}`;
  const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
  return {
    code: 'target-permission',
    severity: 'error',
    where: { path: `${what} ${where}` },
    what: `not allowed: ${missing.join(', ')} ${what} ${where}`,
    why: 'a plan or an apply would stop where it meets the first of them',
    fix: `ask an administrator of the cluster to apply what \`bud-o11y rbac -e ${environment}\` prints`,
  };
}
