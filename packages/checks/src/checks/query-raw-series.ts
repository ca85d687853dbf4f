import { type AggregationPart, type Expression, type SelectorPart, walk } from '@bud-o11y/model';
import { panelCheck } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

/** A panel reads the recorded series where one holds what it asks for. Queries for exemplars are exempt: a recording carries none. */
export const queryRawSeries = panelCheck({
  id: 'query-raw-series',
  severity: 'error',
  why: 'the raw query reads a hundred times as much for the same curve, and differs from the alert that reads the recording',
  *run(panel, { recordings }) {
    for (const { at, expression, isExemplar } of targetsOf(panel)) {
      if (expression === undefined || isExemplar) continue;
      for (const { part } of walk(expression)) {
        const sum = sumOfRate(part);
        const recorded = sum && recordings.names.find((name) => recordings.expressions(name).some((from) => covers(from, sum)));
        if (recorded !== undefined) yield { at, what: `computes from ${sum?.selector.metric ?? ''} what ${recorded} holds`, fix: `read ${recorded}` };
      }
    }
  },
});

interface SumOfRate {
  readonly aggregation: AggregationPart;
  readonly selector: SelectorPart;
}

/** `sum by (…) (rate(counter{…}[…]))`. */
function sumOfRate(part: Expression): SumOfRate | undefined {
  if (part.kind !== 'aggregation' || part.name !== 'sum' || part.clause !== 'by' || part.of.kind !== 'call' || part.of.name !== 'rate') return undefined;
  const [selector] = part.of.arguments;
  return selector?.kind === 'selector' ? { aggregation: part, selector } : undefined;
}

/** Whether a recording keeps every label that the panel groups or selects by, and takes nothing away that the panel wants. */
function covers(recorded: Expression, { aggregation, selector }: SumOfRate): boolean {
  const own = sumOfRate(recorded);
  if (own === undefined || own.selector.metric !== selector.metric) return false;
  if (selector.range !== own.selector.range && selector.range !== '$__rate_interval') return false;
  const isSaid = (text: string): boolean => selector.matchers.some(({ label, op, value }) => `${label}${op}${value}` === text);
  const fixed = own.selector.matchers.map(({ label, op, value }) => `${label}${op}${value}`);
  const selected = selector.matchers.filter(({ label, op, value }) => !fixed.includes(`${label}${op}${value}`)).map(({ label }) => label);
  return fixed.every(isSaid) && [...aggregation.labels, ...selected].every((label) => own.aggregation.labels.includes(label));
}
