import { type Artifact, artifactId, type Environment, type Problem } from '@bud-o11y/model';

const domain = 'bud.example';
const shipped = /[\w.-]{0,200}\bbud\.example\b/;

/**
 * One Problem when an environment, or something made from it, still names a host that the repository is shipped with. No
 * suppression counts here: an apply to a cluster with them would send alerts and logins nowhere.
 */
export function exampleHosts(environment: Environment, artifacts: readonly Artifact[]): readonly Problem[] {
  const file = `packages/model/src/environments/${environment.name}.ts`;
  const keys = leaves(environment, '').filter(({ text }) => text.includes(domain)).map(({ at }) => at);
  const elsewhere = artifacts.find((artifact) => artifact.text.includes(domain));
  if (keys.length === 0 && elsewhere === undefined) return [];
  return [{
    code: 'artifact-example-host',
    severity: 'error',
    where: keys.length > 0 || elsewhere === undefined ? { file, path: keys.join(', ') } : { artifact: artifactId(elsewhere), file: elsewhere.source },
    what: keys.length > 0 ? `${keys.length} values of ${environment.name} still name a host of bud.example` : `${elsewhere?.path ?? ''} names ${hostIn(elsewhere?.text ?? '')}`,
    why: 'these hosts do not exist: mails, links and logins would go nowhere, and nobody would be told of an alert',
    fix: keys.length > 0 ? `set ${keys.join(', ')} in ${file}` : 'take the host from the environment',
  }];
}

/** The whole name around the domain; artifacts are up to a megabyte, so that only its surroundings are looked at. */
function hostIn(text: string): string {
  const at = text.indexOf(domain);
  return shipped.exec(text.slice(Math.max(0, at - 100), at + domain.length))?.[0] ?? domain;
}

function leaves(value: unknown, at: string): readonly { readonly at: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, at === '' ? key : `${at}.${key}`));
}
