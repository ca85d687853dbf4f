import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed } from '@bud-o11y/model';
import { clusters } from '../testing/rendered.ts';
import { alloyConfig } from './alloy.ts';

const production = environmentNamed('production');
const keepingDebug = (debugLogs: number): Environment => ({ ...production, sampling: { ...production.sampling, debugLogs } });

/** The component of one name, to the brace that closes it. */
function component(text: string, head: string): string {
  return text.match(new RegExp(`^${head.replaceAll('.', '\\.')} \\{\\n[^]*?^\\}`, 'm'))?.[0] ?? '';
}

describe('alloyConfig', () => {
  it.each(clusters)('of $environment.name syncs only rules with both labels, without a tenant', ({ environment }) => {
    const text = alloyConfig(environment);
    for (const ruler of ['mimir', 'loki'] as const) {
      const sync = component(text, `${ruler}.rules.kubernetes "bud"`);
      expect(sync).toMatch(new RegExp(`"bud\\.ai/ruler" += "${ruler}"`));
      expect(sync).toMatch(new RegExp(`"bud\\.ai/environment" += "${environment.name}"`));
    }
    expect(text).not.toContain('tenant_id =');
  });

  it('keeps the five labels of document 4.3 and no other', () => {
    expect(alloyConfig(production)).toContain('values = ["app", "namespace", "pod", "container", "level"]');
  });

  it.each([[1, undefined], [0.1, 'rate                = 0.1'], [0, 'action   = "drop"']])('thins debug lines to a share of %p', (share, stage) => {
    const text = alloyConfig(keepingDebug(share));
    if (stage === undefined) expect(text).not.toContain('stage.match');
    else expect(text).toContain(stage);
  });

  it('reads only the namespaces of its environment, and files where there is no cluster', () => {
    expect(alloyConfig(production)).toContain('names = ["observability", "bud"]');
    const local = alloyConfig(environmentNamed('local'));
    expect(local).toContain('loki.source.file');
    expect(local).not.toContain('kubernetes');
  });

  it('closes every brace that it opens', () => {
    for (const { environment } of clusters) {
      const code = alloyConfig(environment).replaceAll(/"(?:[^"\\]|\\.)*"|\/\/.*/g, '');
      expect(code.split('{').length).toBe(code.split('}').length);
    }
  });
});
