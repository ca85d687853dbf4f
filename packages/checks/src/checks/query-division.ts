import { type Expression, type Placed, walk } from '@bud-o11y/model';
import { promqlCheck } from '../promql-check.ts';

/** A ratio that is aggregated, recorded or compared with "less than" is not divided by what can be 0. */
export const queryDivision = promqlCheck({
  id: 'query-division',
  severity: 'error',
  why: '0 / 0 is NaN, which makes sums and averages NaN and is neither above nor below any threshold',
  *run({ expression, isRecorded }, { unitOf }) {
    for (const placed of walk(expression)) {
      const { part } = placed;
      if (part.kind !== 'binary' || part.operator !== '/' || isGuarded(part.right) || !isUsedOn(placed, isRecorded)) continue;
      if (!isFlow(unitOf(part.right))) continue;
      yield { what: `divides by what can be 0: ${part.right.text.replaceAll(/\s+/g, ' ').slice(0, 100)}`, fix: `leave out what is 0: (${part.right.text.length > 40 ? '…' : part.right.text} > 0)` };
    }
  },
});

/** Traffic may stop; the memory of a node and the limit of a container are never 0. */
function isFlow(unit: string | undefined): boolean {
  return unit?.endsWith('/s') === true;
}

function isGuarded(divisor: Expression): boolean {
  if (divisor.kind === 'number') return true;
  if (divisor.kind === 'binary') return ['>', '>=', '!='].includes(divisor.operator) && !divisor.isBool;
  return divisor.kind === 'call' && (divisor.name === 'clamp_min' || (divisor.name === 'scalar' && divisor.arguments.every(isGuarded)));
}

function isUsedOn({ part, above }: Placed, isRecorded: boolean): boolean {
  return isRecorded || above.some((outer) => outer.kind === 'aggregation' || (outer.kind === 'call' && outer.name.endsWith('_over_time')) || (outer.kind === 'binary' && outer.operator.startsWith('<') && outer.left === part));
}
