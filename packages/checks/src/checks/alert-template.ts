import { nearest, resultLabels } from '@bud-o11y/model';
import { type Finding, bundleCheck } from '../check.ts';
import { type RuleTemplate, readRuleTemplate, templateFunctions } from '../rule-template.ts';

type Fault = Pick<Finding, 'what' | 'fix'>;

/** The templates in labels and annotations of alerts are ones that a ruler accepts, and name labels that the expression yields. */
export const alertTemplate = bundleCheck({
  id: 'alert-template',
  severity: 'error',
  why: 'a ruler refuses the whole file for a template that it cannot read, and a label that is not there leaves a gap where the thing should be named',
  appliesTo: ['alert-rules'],
  *run({ alerts, series }) {
    // An alert may have several rules that differ in nothing that is said here; it is said once.
    const said = new Set<string>();
    for (const { artifact, at, file, name, rule } of alerts) {
      const yielded = resultLabels(rule.expr, series.of);
      for (const { place, text } of texts(rule)) {
        const template = readRuleTemplate(text);
        for (const { what, fix } of [...syntaxFaults(template), ...labelFaults(place, template, yielded)]) {
          const whole = `the ${place} of ${name} ${what}`;
          if (said.has(whole)) continue;
          said.add(whole);
          yield { artifact, at, file, what: whole, fix };
        }
      }
    }
  },
});

interface Texts {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

function texts({ labels = {}, annotations = {} }: Texts): readonly { readonly place: string; readonly text: string }[] {
  return [
    ...Object.entries(labels).map(([key, text]) => ({ place: `label ${key}`, text })),
    ...Object.entries(annotations).map(([key, text]) => ({ place: `annotation ${key}`, text })),
  ];
}

function syntaxFaults({ unbalanced, functions, undefinedVariables }: RuleTemplate): readonly Fault[] {
  if (unbalanced !== undefined) return [{ what: unbalanced, fix: 'write each action as {{ … }}, and close each block with {{ end }}' }];
  return [
    ...functions.filter((name) => !templateFunctions.includes(name)).map((name) => ({ what: `calls ${name}, which no ruler knows`, fix: meant(name, templateFunctions, 'use a function of Prometheus\' templates') })),
    ...undefinedVariables.map((name) => ({ what: `reads $${name}, which nobody sets`, fix: meant(name, ['labels', 'value'], 'use $labels or $value') })),
  ];
}

/** Places whose `$labels.…` the alert's own declaration answers for: a fault there is in the artifact already. */
const declared: ReadonlySet<string> = new Set(['annotation summary', 'annotation description', 'annotation dashboard_url', 'label service']);

function labelFaults(place: string, { labels }: RuleTemplate, yielded: ReadonlySet<string> | undefined): readonly Fault[] {
  if (yielded === undefined) return [];
  return labels
    .filter(({ name, written }) => !yielded.has(name) && !(declared.has(place) && written.startsWith('$labels.')))
    .map(({ name }) => ({ what: `uses the label ${name}, which the expression drops`, fix: meant(name, [...yielded], `keep ${name} in the expression, or leave it out`) }));
}

function meant(word: string, known: readonly string[], otherwise: string): string {
  const guess = nearest(word, known);
  return guess === undefined ? otherwise : `did you mean ${guess}?`;
}
