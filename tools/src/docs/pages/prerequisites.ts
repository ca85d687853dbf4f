import { chartPins, requiredSecrets } from '@bud-o11y/helm-values';
import { type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { code, page, table } from '../markdown.ts';
import { platformPrerequisites } from './platform-prerequisites.ts';

/** What must be there before an environment can be applied, and before all of it says something: programs, charts, Secrets, buckets, services and what they expose. */
export function prerequisites(): string {
  const environments = environmentNames.map(environmentNamed);
  return page(
    'Prerequisites',
    '`packages/model/src/environments/` and `packages/helm-values/src/`',
    '## On the machine that builds',
    table(['program', 'for'], [
      ['Node 20 or newer, npm', 'everything; `npm ci` brings the Node that the workspace runs on'],
      ['git', '`diff`, `affected`, the hooks'],
      ['Go 1.26 or newer', '`npm run tools`: the real programs that tests use; without it those tests are skipped'],
    ]),
    '## Charts',
    table(['chart', 'version', 'ships', 'repository'], Object.values(chartPins).map(({ name, version, appVersion, repository }) => [name, version, appVersion, repository])),
    ...platformPrerequisites(),
    ...environments.flatMap(environmentPart),
  );
}

function environmentPart(environment: Environment): readonly string[] {
  const secrets = requiredSecrets(environment);
  return [
    `## ${environment.name}`,
    environment.description,
    table(['what', 'value'], facts(environment)),
    ...(secrets.length === 0 ? [] : ['Secrets, which somebody creates before the first apply; their values are never here:', table(['Secret', 'keys', 'used by'], secrets.map(({ name, keys, usedBy }) => [code(name), keys.map(code).join(', '), usedBy]))]),
  ];
}

function facts({ target, namespaces, objectStore, kafka, oidc, ownsClusterScope, components }: Environment): readonly (readonly string[])[] {
  const { mimir, loki, tempo, logArchive } = objectStore.buckets;
  return [
    ['target', target.kind === 'directory' ? `directory ${code(target.path)}` : 'Kubernetes'],
    ...(target.kind === 'directory' ? [] : [['namespaces', [namespaces.observability, ...namespaces.apps].map(code).join(', ')], ['cluster-scoped objects', ownsClusterScope ? 'the operator and the CRDs are applied by this environment' : 'another environment of the cluster applies the operator and the CRDs']]),
    ['object store', `${code(objectStore.endpoint)}, region ${objectStore.region}${objectStore.chart ? ', brought by this environment' : ''}`],
    ['buckets', [mimir, loki, tempo, logArchive].map(code).join(', ')],
    ...(kafka === undefined ? [] : [['Kafka', `${code(kafka.address)}, ${kafka.partitions} partitions`]]),
    ...(oidc === undefined ? [] : [['OIDC', `client ${code(oidc.clientId)} of ${oidc.issuer}, with ${code('realm_access.roles')} in its ID token or userinfo`]]),
    ['program versions', Object.entries(components).map(([name, version]) => `${name} ${version}`).join(', ')],
  ];
}
