import { describe, expect, it } from '@jest/globals';
import { alertThreshold, alerts } from '@bud-o11y/alerts';
import { type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { dashboards } from './index.ts';
import { levels } from './levels.ts';
import type { Panel } from './panels/panel.ts';
import { type ThresholdsJson, thresholdsJson } from './panels/thresholds.ts';
import { within } from './panels/varying.ts';

const panelOf = (uid: string, id: number): Panel | undefined => dashboards.find((dashboard) => dashboard.uid === uid)?.rows.flatMap(({ panels }) => panels).find(({ input }) => input.id === id);

/** Where colours begin on a panel, its series and its columns. */
function bounds(panel: Panel, environment: Environment): readonly (number | null)[] {
  const own = within(panel.overrides, environment).flatMap(({ properties }) => properties).filter(({ id }) => id === 'thresholds').map(({ value }) => value as ThresholdsJson);
  return [within(panel.thresholds, environment), ...own].flatMap(({ steps }) => steps.map(({ value }) => value));
}

/** Alerts whose panel shows the same unit over another window, so that their number would mean something else there. */
const otherWindow: ReadonlySet<string> = new Set(['LoginFailureSingleAccount']);

/** A panel that an alert opens, in the alert's own unit: the alert's number must be on it. */
const comparable = alerts.flatMap((alert) => {
  const panel = panelOf(alert.panel.uid, alert.panel.id);
  const units = panel === undefined ? [] : [panel.input.unit, ...(panel.input.fields ?? []).map(({ unit }) => unit)];
  const judges = alert.threshold?.comparison === '>' || alert.threshold?.comparison === '<';
  return panel !== undefined && judges && !otherWindow.has(alert.id) && units.includes(alert.threshold?.unit) ? [{ id: alert.id, alert, panel }] : [];
});

describe('an alert and the panel that it opens', () => {
  it('can be compared in most cases', () => {
    expect(comparable.length).toBeGreaterThan(12);
  });

  it.each(comparable)('$id: the panel changes colour where the alert fires, in every environment', ({ alert, panel }) => {
    for (const name of environmentNames) {
      const environment = environmentNamed(name);
      expect(bounds(panel, environment)).toContain(alertThreshold(alert, environment));
    }
  });
});

describe('levels', () => {
  it.each(Object.entries(levels))('%s has bounds in every environment', (_name, thresholds) => {
    for (const name of environmentNames) {
      const values = within(thresholdsJson(thresholds), environmentNamed(name)).steps.slice(1).map(({ value }) => value);
      expect(values.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});
