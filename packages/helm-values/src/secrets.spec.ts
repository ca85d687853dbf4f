import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { requiredSecrets } from './secrets.ts';
import { clusters } from './testing/rendered.ts';

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
