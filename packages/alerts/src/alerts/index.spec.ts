import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentNamed, severities } from '@bud-o11y/model';
import { alertThreshold } from '../alert.ts';
import { alerts } from '../list.ts';
import { rulesOf } from '../rules-of.ts';
import * as index from './index.ts';

const environment = environmentNamed('production');
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('/') && !file.endsWith('.spec.ts'));

describe('the list of alerts', () => {
  it('is sorted by id, without a repetition', () => {
    const ids = alerts.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('has exactly the files below this folder', () => {
    expect(alerts.map(({ area, id }) => `${area}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it.each(alerts)('exports $id under its name, the first letter small', (alert) => {
    expect((index as Readonly<Record<string, unknown>>)[alert.id.charAt(0).toLowerCase() + alert.id.slice(1)]).toBe(alert);
  });

  it('has every severity of the document, three informative ones at least', () => {
    expect(new Set(alerts.map(({ severity }) => severity))).toEqual(new Set(Object.keys(severities)));
    expect(alerts.filter(({ severity }) => severity === 'info').length).toBeGreaterThanOrEqual(3);
  });
});

describe.each(alerts)('$id', (alert) => {
  it('has a summary of one line without a full stop, and a description in sentences', () => {
    expect(alert.summary).not.toMatch(/\.$|\n/);
    expect(alert.summary.replaceAll(/\{\{.*?\}\}/g, 'xxxxxxxxxx').length).toBeLessThanOrEqual(80);
    expect(alert.description).toMatch(/\.$/);
  });

  it('shows a number only in a form that people read', () => {
    expect(`${alert.summary} ${alert.description}`).not.toMatch(/\{\{ \$value \}\}/);
  });

  it('compares with the threshold that dashboards draw', () => {
    const value = alertThreshold(alert, environment);
    if (alert.threshold === undefined || value === undefined) return;
    const written = new RegExp(`${alert.threshold.comparison} ${String(value).replaceAll('.', String.raw`\.`)}(?![\\d.])`);
    for (const { data } of rulesOf(alert, environment)) expect(data.expr).toMatch(written);
  });

  it('holds its condition for a while, unless it says why not', () => {
    const withoutHold = ['LokiRulerWatchdog', 'LoginFailureSingleAccount', 'MimirCompactionFailing', 'Watchdog'];
    expect(alert.for === undefined).toBe(withoutHold.includes(alert.id));
  });
});
