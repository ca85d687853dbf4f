import { type Query, type SelectorUse, metricsRead } from '@bud-o11y/model';
import type { CheckContext } from './context.ts';
import { dashboardLinks } from './dashboard-link.ts';
import type { PanelView } from './dashboard-view.ts';
import { targetsOf } from './panel-targets.ts';
import type { RuleUse } from './rule-use.ts';

/** An alert and the panel behind its `dashboard_url`. */
export interface AlertPanel {
  readonly alert: RuleUse;
  /** Undefined when the link opens no panel; other checks say so. */
  readonly panel: PanelView | undefined;
  /** Whether the panel reads what the alert reads, or what that is recorded from, or follows the alert itself in `ALERTS`. */
  readonly shares: boolean;
}

/** Every alert rule of the bundle with the panel that it opens. */
export function alertPanels(context: CheckContext): readonly AlertPanel[] {
  return context.alerts.map((alert) => {
    const [link] = dashboardLinks(alert.rule.annotations?.['dashboard_url'] ?? '');
    const dashboard = context.dashboards.find(({ uid }) => uid === link?.uid);
    const id = Number(link?.panel?.replace(/^panel-/, ''));
    const panel = dashboard?.panels.find((candidate) => candidate.id === id);
    if (dashboard === undefined || panel === undefined) return { alert, panel, shares: false };
    const texts = new Set(targetsOf(panel).map(({ text }) => oneLine(text)));
    const shown = dashboard.artifact.queries.map(({ query }) => query).filter(({ text }) => texts.has(oneLine(text)));
    const judged = alert.artifact.queries.map(({ query }) => query).filter(({ text }) => oneLine(text) === oneLine(alert.rule.expr));
    const isFollowed = shown.some(({ selectors }) => selectors.some(({ matchers }) => matchers.some(({ label, value }) => label === 'alertname' && value === alert.name)));
    return { alert, panel, shares: isFollowed || judged.some((one) => shown.some((other) => isShared(one, other, context))) };
  });
}

function isShared(one: Query, other: Query, { recordings }: CheckContext): boolean {
  if (one.language !== other.language) return false;
  if (one.language === 'logql') return one.selectors.some((mine) => other.selectors.some((theirs) => isSameStreams(mine, theirs)));
  const read = recordings.sources(metricsRead(one));
  return [...recordings.sources(metricsRead(other))].some((series) => read.has(series));
}

/** Whether two selectors agree on a label, or the panel leaves its value to the reader. */
function isSameStreams(mine: SelectorUse, theirs: SelectorUse): boolean {
  return mine.matchers.some(({ label, value }) => theirs.matchers.some((other) => other.label === label && (other.value === value || other.value.startsWith('$'))));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
