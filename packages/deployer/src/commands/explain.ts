import { AppError, canonicalJson, exitCodes, type ExitCode, nearest, readEnvironment } from '@bud-o11y/model';
import type { Chart, ExplainedValue } from '@bud-o11y/helm-values';
import { clusterOf } from '../charts/template.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import { textTable } from '../report/tally-table.ts';
import { type Invocation, optionText } from './command.ts';

/** Says of every value of a release, or of those below `--path`, where it is from and why. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  clusterOf(environment);
  const { charts, explainValues } = await import('@bud-o11y/helm-values');
  const present: readonly Chart[] = charts.filter((chart: Chart) => chart.appliesTo?.(environment) ?? true);
  const chosen = chosenCharts(present, optionText(invocation, 'release'));
  const below = optionText(invocation, 'path');
  const explained = chosen.map((chart) => ({ release: chart.release, values: explainValues(chart, environment).filter(({ path }) => below === undefined || path === below || path.startsWith(`${below}.`)) }));
  const found = explained.filter(({ values }) => values.length > 0);
  if (found.length === 0) throw new AppError('usage', `nothing is set at ${JSON.stringify(below)}`, { fix: 'leave out --path to see every path' });
  if (invocation.output === 'json') host.out.write(canonicalJson(found));
  else host.out.write(found.map(({ release, values }) => `${release}\n${textTable([['value', 'is', 'from', 'because'], ...values.map(row)], invocation.palettes.out)}`).join('\n'));
  return exitCodes.done;
}

/** @throws AppError `usage` for a release that the environment does not have. */
function chosenCharts(present: readonly Chart[], name: string | undefined): readonly Chart[] {
  if (name === undefined) return present;
  const chosen = present.filter(({ release }) => release === name);
  if (chosen.length > 0) return chosen;
  const names = present.map(({ release }) => release);
  const guess = nearest(name, names);
  throw new AppError('usage', `there is no release ${JSON.stringify(name)} in this environment`, { fix: `${guess === undefined ? '' : `did you mean ${guess}? `}use one of: ${names.join(', ')}` });
}

const longestValue = 40;

function row({ path, value, from, keys, why, source }: ExplainedValue): readonly string[] {
  const text = typeof value === 'string' ? value.split('\n')[0] ?? '' : JSON.stringify(value);
  const shown = printable(text.length > longestValue || String(value).includes('\n') ? `${text.slice(0, longestValue - 1)}…` : text);
  return [path, shown, keys.length === 0 ? from : `${from}: ${keys.join(', ')}`, `${why} (${source})`];
}
