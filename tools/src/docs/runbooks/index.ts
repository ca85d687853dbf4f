import { type Alert, alerts, rulesOf } from '@bud-o11y/alerts';
import { environmentNamed, metricsRead, severities } from '@bud-o11y/model';
import { recordingGroups, serviceLevels } from '@bud-o11y/rules';
import { page, table } from '../markdown.ts';
import { burnRunbook } from './burn.ts';
import { lowRunbook } from './low.ts';
import { runbookPage } from './page.ts';
import { words } from './words.ts';

const source = '`tools/src/docs/runbooks/`';

/** The generated pages of docs/runbooks by file name: one for each alert of the area `slo`, and the index of all. */
export function runbooks(): ReadonlyMap<string, string> {
  const pages = alerts.filter(({ area }) => area === 'slo').map((alert) => [`${alert.id}.md`, sloPage(alert)] as const);
  return new Map([...pages, ['README.md', runbookIndex()]]);
}

function sloPage(alert: Alert): string {
  const slo = serviceLevels.find(({ id }) => id === alert.labels?.['slo']);
  if (slo !== undefined) return runbookPage(alert, source, burnRunbook(alert, slo, words[slo.id]));
  const [rule] = rulesOf(alert, environmentNamed('production'));
  if (rule === undefined) throw new RangeError(`${alert.id} is not in production`);
  const covered = new Set(recordingGroups.flatMap(({ series }) => series).filter(({ metric }) => metricsRead(rule.query).includes(metric)).flatMap(({ rules }) => rules.map(({ labels }) => labels['slo'])));
  return runbookPage(alert, source, lowRunbook(alert, rule.query, serviceLevels.filter(({ id }) => covered.has(id))));
}

function runbookIndex(): string {
  const byUrgency = (['critical', 'warning', 'info', 'none'] as const).flatMap((severity) => alerts.filter((alert) => alert.severity === severity));
  return page(
    'Runbooks',
    '`packages/alerts/src/alerts/`',
    'One page per alert, the most urgent first. [The alert reference](../generated/alert-reference.md) says when each fires and whom it reaches.',
    table(['alert', 'priority', 'answer within', 'team', 'what it says'], byUrgency.map(({ id, severity, team, summary }) => [`[${id}](${id}.md)`, severities[severity].priority, severities[severity].responseTime, team, summary.replaceAll(/\{\{ (.+?) \}\}/g, (_whole, text: string) => `*${placeholder(text)}*`)])),
  );
}

function placeholder(text: string): string {
  return /\$labels\.(\w+)/.exec(text)?.[1] ?? 'value';
}
