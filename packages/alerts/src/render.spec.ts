import { describe, expect, it } from '@jest/globals';
import { type AlertRulesArtifact, type Artifact, environmentNamed, environmentNames } from '@bud-o11y/model';
import { highErrorRate } from './alerts/index.ts';
import { alertGroupNames } from './groups.ts';
import { alerts } from './list.ts';
import { renderAlerts, renderGroup } from './render.ts';

const isRules = (artifact: Artifact): artifact is AlertRulesArtifact => artifact.kind === 'alert-rules';
const rulesIn = (name: string) => renderAlerts(environmentNamed(name)).filter(isRules);

describe.each(environmentNames)('renderAlerts in %s', (name) => {
  it('finds no problem', () => {
    expect(renderAlerts(environmentNamed(name)).flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('writes one file per group, at its path, and the routing', () => {
    const paths = renderAlerts(environmentNamed(name)).map(({ path }) => path);
    expect(paths).toContain(`alerts/${name}/mimir/critical-alerts.yaml`);
    expect(paths).toContain(`alerts/${name}/loki/log-security.yaml`);
    expect(paths).toContain(`alerts/${name}/prometheus/prometheus-local.yaml`);
    expect(paths).toContain(`alerts/${name}/alertmanager/alertmanager.yaml`);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toHaveLength(alertGroupNames.length + 1);
  });

  it('stays within the rulers\' 20 rules per group, and never repeats a rule', () => {
    for (const { data } of rulesIn(name)) {
      expect(data.groups[0].rules.length).toBeLessThanOrEqual(20);
      const keys = data.groups[0].rules.map(({ alert, labels }) => JSON.stringify([alert, labels]));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('carries one query per rule, and needs the recordings that it reads', () => {
    for (const artifact of rulesIn(name)) expect(artifact.queries.map(({ query }) => query.text)).toEqual(artifact.data.groups[0].rules.map(({ expr }) => expr));
    const critical = rulesIn(name).find((artifact) => artifact.name === 'mimir/critical-alerts');
    expect(critical?.needs).toEqual(['recording-rules:mimir/bud-recordings', 'recording-rules:mimir/bud-recordings-clusters']);
  });
});

describe('renderGroup', () => {
  const environment = environmentNamed('production');

  it('names the file of each rule, for whoever finds a fault in one', () => {
    const [artifact] = renderGroup('critical-alerts', [highErrorRate, { ...highErrorRate, source: 'packages/alerts/src/alerts/inference/Copy.ts' }], environment);
    expect(artifact?.queries.map(({ file }) => file)).toEqual([highErrorRate.source, 'packages/alerts/src/alerts/inference/Copy.ts']);
  });

  it('writes no file for a group without rules', () => {
    expect(renderGroup('critical-alerts', [], environment)).toEqual([]);
  });

  it('keeps the document\'s seven alerts in the document\'s groups', () => {
    const groupOf = Object.fromEntries(alerts.map(({ id, group }) => [id, group]));
    for (const id of ['ServiceDown', 'HighErrorRate', 'HighLatency', 'DatabaseConnectionFailure']) expect(groupOf[id]).toBe('critical-alerts');
    for (const id of ['HighCPU', 'HighMemory', 'QueueBacklog']) expect(groupOf[id]).toBe('warning-alerts');
  });
});
