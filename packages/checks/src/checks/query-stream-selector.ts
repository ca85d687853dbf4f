import type { Matcher } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import { type VariableView, viewDashboard } from '../dashboard-view.ts';
import { textOf } from '../json-view.ts';
import { makeMatcher } from '../matcher.ts';

/** A LogQL selector names the app, or at least one label that is there, and so cannot match every stream. */
export const queryStreamSelector = artifactCheck({
  id: 'query-stream-selector',
  severity: 'error',
  why: 'Loki refuses a selector that can match everything; one that is wide enough reads all logs of the platform',
  appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
  *run(artifact) {
    const variables = artifact.kind === 'dashboard' ? viewDashboard(artifact).variables : [];
    for (const { at, file, query } of artifact.queries) {
      if (query.language !== 'logql') continue;
      for (const { matchers } of query.selectors) {
        if (matchers.some((matcher) => cannotBeEmpty(matcher, variables))) continue;
        const selector = `{${matchers.map(({ label, op, value }) => `${label}${op}"${value}"`).join(', ')}}`;
        yield { at, ...(file === undefined ? {} : { file }), what: `selects by ${selector}, which can match everything`, fix: 'name the app: app="…", app=~"bud.+", or a variable whose All is .+' };
      }
    }
  },
});

/** Whether no empty value fits, and so only streams that have the label. */
function cannotBeEmpty({ label, op, value }: Matcher, variables: readonly VariableView[]): boolean {
  const widest = value.replaceAll(/\$\{?(\w+)(?::\w+)?\}?/g, (_, name: string) => widestOf(variables.find((variable) => variable.name === name)));
  const matcher = makeMatcher(label, op as '=' | '!=' | '=~' | '!~', widest);
  return typeof matcher !== 'string' && !matcher.fits('');
}

/** What a variable can stand for at its widest. Grafana lists all values where All has no expression of its own. */
function widestOf(variable: VariableView | undefined): string {
  if (variable === undefined || variable.type === 'textbox') return '';
  return variable.json['includeAll'] === true ? textOf(variable.json['allValue']) || 'value' : 'value';
}
