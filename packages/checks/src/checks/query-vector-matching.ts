import { type BinaryPart, walk } from '@bud-o11y/model';
import type { Finding } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { isSame } from '../label-sets.ts';
import { promqlCheck } from '../promql-check.ts';

/** The two sides of an operator carry the same labels, or say with `on` or `ignoring` which of them have to agree. */
export const queryVectorMatching = promqlCheck({
  id: 'query-vector-matching',
  severity: 'error',
  why: 'series whose labels differ never meet: the result is empty, so the panel is and the alert never fires',
  *run({ expression }, context) {
    for (const { part } of walk(expression)) if (part.kind === 'binary' && part.operator !== 'or') yield* faults(part, context);
  },
});

function* faults({ left, right, matching, text }: BinaryPart, { labelsOf }: CheckContext): Iterable<Finding> {
  const [one, other] = [labelsOf(left), labelsOf(right)];
  if (one === undefined || other === undefined || one === 'scalar' || other === 'scalar') return;
  const shown = text.replaceAll(/\s+/g, ' ').slice(0, 120);
  if (matching?.clause === 'on') {
    const lost = matching.labels.find((label) => !one.has(label) || !other.has(label));
    if (lost !== undefined) yield { what: `joins on ${lost}, which ${one.has(lost) ? 'the right' : 'the left'} side does not have: ${shown}`, fix: 'join on labels that both sides keep' };
    return;
  }
  const ignored = matching?.labels ?? [];
  const rest = (labels: ReadonlySet<string>): ReadonlySet<string> => new Set([...labels].filter((label) => !ignored.includes(label)));
  if (isSame(rest(one), rest(other))) return;
  yield { what: `joins {${[...rest(one)].join(', ')}} with {${[...rest(other)].join(', ')}}: ${shown}`, fix: 'aggregate both sides by the same labels, or say on (…)' };
}
