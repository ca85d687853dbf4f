import { type Expression, promqlExpression } from '@bud-o11y/model';
import { type Check, type CheckSpec, type Finding, artifactCheck } from './check.ts';
import type { CheckContext } from './context.ts';

/** A PromQL query of a rule, a panel, an annotation, a variable or a link. */
export interface PromqlUse {
  readonly expression: Expression;
  /** Whether its result is stored as a series. */
  readonly isRecorded: boolean;
  readonly isOnDashboard: boolean;
}

/** A check that looks at one PromQL query at a time; its findings name the place and the file of the query. */
export function promqlCheck<const Id extends string>(spec: CheckSpec<Id> & { run(use: PromqlUse, context: CheckContext): Iterable<Finding> }): Check<Id> {
  const { run, ...rest } = spec;
  return artifactCheck({
    ...rest,
    appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
    *run({ kind, queries }, context) {
      for (const { at, file, query } of queries) {
        const expression = query.language === 'promql' ? promqlExpression(query.text) : undefined;
        if (expression === undefined) continue;
        const use = { expression, isRecorded: kind === 'recording-rules', isOnDashboard: kind === 'dashboard' };
        for (const finding of run(use, context)) yield { at, ...(file === undefined ? {} : { file }), ...finding };
      }
    },
  });
}
