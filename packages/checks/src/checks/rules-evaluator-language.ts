import { artifactCheck } from '../check.ts';

const spoken = { mimir: 'promql', prometheus: 'promql', loki: 'logql' } as const;

/** A rule is written in the language of who evaluates it. */
export const rulesEvaluatorLanguage = artifactCheck({
  id: 'rules-evaluator-language',
  severity: 'error',
  why: 'the ruler refuses the whole group: none of its rules is evaluated',
  appliesTo: ['recording-rules', 'alert-rules'],
  *run({ evaluator, queries }) {
    for (const { at, file, query } of queries) {
      if (query.language === spoken[evaluator]) continue;
      yield { at, ...(file === undefined ? {} : { file }), what: `gives ${query.language} to the ${evaluator} evaluator, which reads ${spoken[evaluator]}`, fix: 'move the rule to a group of the right evaluator' };
    }
  },
});
