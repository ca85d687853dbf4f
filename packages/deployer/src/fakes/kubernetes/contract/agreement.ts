import { type CallReply, type ServerAddress, applyAs, call } from '../../client.ts';
import { seeded } from '../../../fixtures/random.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import { type RandomKind, randomWrites } from './random-writes.ts';
import { ruleDefinition } from './samples.ts';

const group = 'agreement.contract.test';

/** A write after which two servers say different things. */
export interface Disagreement {
  readonly seed: number;
  readonly write: number;
  readonly request: object;
  readonly first: unknown;
  readonly second: unknown;
}

/** Makes random writes to both servers, one after the other; undefined when they agree about every answer. */
export async function firstDisagreement(first: ServerAddress, second: ServerAddress, kind: RandomKind, seed: number, count: number): Promise<Disagreement | undefined> {
  const name = `agreement-${kind.toLowerCase()}-${seed}`;
  for (const [index, request] of randomWrites(seeded(seed), kind, name, group, count).entries()) {
    const { path, query, ...options } = request;
    const [one, other] = [view(await call(first, 'PATCH', path + query, options), kind), view(await call(second, 'PATCH', path + query, options), kind)];
    if (JSON.stringify(one) !== JSON.stringify(other)) return { seed, write: index, request, first: one, second: other };
  }
  return undefined;
}

/** Makes the custom kind of the random writes known to a server. */
export async function prepareAgreement(server: ServerAddress): Promise<void> {
  await applyAs(server, 'contract', `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/rulesets.${group}`, ruleDefinition(group));
}

/** Path under which the custom kind is served once it is. */
export const agreementPath = `/apis/${group}/v1/rulesets`;

/** What must agree: outcome and words, content, who owns what by applying, who else owns something. */
function view({ status, body }: CallReply, kind: RandomKind): unknown {
  if (status >= 300) {
    // Managers come in no order on a real server; in the message they are sorted.
    const { causes } = objectAt(body, 'details');
    return { status, message: body['message'], causes: Array.isArray(causes) ? causes.map((cause) => JSON.stringify(cause)).sort() : causes };
  }
  const { managedFields, labels, generation } = objectAt(body, 'metadata');
  const entries = Array.isArray(managedFields) ? managedFields.filter(isObject) : [];
  const applied = entries.filter((entry) => entry['operation'] === 'Apply').map((entry) => [entry['manager'], entry['fieldsV1']] as const);
  const others = entries.filter((entry) => entry['operation'] !== 'Apply' && entry['manager'] !== 'kube-controller-manager').map((entry) => `${String(entry['manager'])}/${String(entry['subresource'] ?? '')}`);
  // By name: the server orders entries by second, and a second may end between two servers.
  return { status, generation, labels: sortedEntries(labels), content: contentOf(body, kind), applied: applied.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)), others: others.sort() };
}

function contentOf(body: JsonObject, kind: RandomKind): unknown {
  if (kind === 'ConfigMap') return sortedEntries(body['data']);
  if (kind === 'RuleSet') return [objectAt(body, 'spec')['groups'], sortedEntries(objectAt(body, 'spec')['free'])];
  const [main] = (objectAt(body, 'spec', 'template', 'spec')['containers'] ?? []) as readonly JsonObject[];
  const ports = (main?.['ports'] ?? []) as readonly JsonObject[];
  return { replicas: objectAt(body, 'spec')['replicas'], env: main?.['env'], args: main?.['args'], ports: ports.map(({ containerPort, name }) => [containerPort, name]) };
}

function sortedEntries(value: unknown): unknown {
  return isObject(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
}
