import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { requiredSecrets } from './secrets.ts';
import { clusters, rendered } from './testing/rendered.ts';

/** Keys under which programs and charts take a secret's value, as opposed to its name. */
const secretKey = /^(.*_)?(password|passwd|secret|secret_?key|access_?key(_?id)?|client_?secret|token|root_?user|root_?password|api_?key|secret_?access_?key)$/i;

/** What a value may be instead: empty, a variable, a file, or a switch. */
const reference = /^$|^\$\{[A-Z0-9_]+\}$|^\$__(file|env)\{.+\}$/;

function literals(value: unknown, path: readonly string[] = []): readonly string[] {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' && secretKey.test(path.at(-1) ?? '') && !reference.test(value) ? [`${path.join('.')}: ${value}`] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => literals(inner, [...path, key]));
}

describe('literals', () => {
  it.each([[{ password: 'hunter2' }], [{ s3: { secretAccessKey: 'abc' } }], [{ users: [{ accessKey: 'console' }] }]])('finds %j', (value) => {
    expect(literals(value)).toHaveLength(1);
  });
});

describe('values', () => {
  it.each(rendered)('of $environment.name hold no secret', ({ artifacts }) => {
    expect(artifacts.filter(({ data }) => typeof data !== 'string').flatMap(({ text }) => literals(load(text)))).toEqual([]);
  });
});

describe('requiredSecrets', () => {
  it.each(clusters)('of $environment.name lists every Secret that its values name', ({ environment, artifacts }) => {
    const named = new Set(artifacts.flatMap(({ text }) => [...text.matchAll(/secretName: (\S+)|existingSecret: (\S+)|secretKeyRef:\n +name: (\S+)|(?:datasourceSecret|envFromSecrets):\n +(?:- )?name: (\S+)/g)].map((match) => match.slice(1).find(Boolean) ?? '')));
    expect([...named].sort()).toEqual(requiredSecrets(environment).map(({ name }) => name).sort());
  });

  it('asks for none where programs are started by hand, and for PagerDuty only where somebody is paged', () => {
    expect(requiredSecrets(environmentNamed('local'))).toEqual([]);
    const receiverKeys = (name: string): readonly string[] => requiredSecrets(environmentNamed(name)).find(({ usedBy }) => usedBy.startsWith('Alertmanager'))?.keys ?? [];
    expect(receiverKeys('production')).toContain('pagerduty-routing-key');
    expect(receiverKeys('staging')).not.toContain('pagerduty-routing-key');
  });
});
