import { describe, expect, it } from '@jest/globals';
import { gPUSaturated } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { opensPanel, tellsOf } from './notification.ts';

const environment = environmentNamed('production');
const sought = { alert: gPUSaturated, labels: { cluster: 'gpu-a' } };
const runbook = `${environment.runbookBaseUrl}/GPUSaturated`;
const text = `*gpu-a: GPUs at 98% for 30 minutes*\n<${environment.grafanaUrl}/d/cluster-status?viewPanel=panel-21&var-cluster=gpu-a|Panel> <${runbook}|Runbook>`;

describe('tellsOf', () => {
  it.each([
    { name: 'summary and runbook', text, tells: true },
    { name: 'the summary of another cluster', text: text.replaceAll('gpu-a', 'gpu-b'), tells: false },
    { name: 'no runbook', text: text.replace(runbook, ''), tells: false },
    { name: 'the runbook of an alert whose name begins alike', text: text.replace(runbook, `${runbook}Twice`), tells: false },
  ])('is $tells for $name', ({ text: given, tells }) => {
    expect(tellsOf({ receiver: 'slack-warning', status: 'firing', text: given }, sought, environment)).toBe(tells);
  });
});

describe('opensPanel', () => {
  it('looks for the panel of the alert', () => {
    expect(opensPanel({ receiver: 'slack-warning', status: 'firing', text }, sought, environment)).toBe(true);
    expect(opensPanel({ receiver: 'slack-warning', status: 'firing', text: text.replace('panel-21', 'panel-211') }, sought, environment)).toBe(false);
  });
});
