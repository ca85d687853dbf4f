import { type Problem, didYouMean, durationMs, unknownKeys } from '@bud-o11y/model';
import type { RecordingGroup } from './group.ts';

/** One fault of a declaration; code and place are those of the group that it is found in. */
export type Fault = Pick<Problem, 'what' | 'why' | 'fix'>;

const groupKeys = Object.keys({ name: true, evaluator: true, interval: true, reads: true, series: true } satisfies Readonly<Record<keyof RecordingGroup, true>>);

const evaluators = Object.keys({ mimir: true, loki: true, prometheus: true } satisfies Readonly<Record<RecordingGroup['evaluator'], true>>);

/** What is wrong with a group and its recordings, as far as their declarations alone can tell. */
export function groupProblems(group: RecordingGroup): readonly Problem[] {
  const faults = [...strangers(group, groupKeys, `group ${group.name}`), ...evaluatorFaults(group), ...durationFaults(group), ...group.series.flatMap((series) => series.faults)];
  return faults.map((fault) => declarationProblem(`packages/rules/src/groups/${group.name}.ts`, group.name, fault));
}

/** A fault as a problem, at the file that declares the thing. */
export function declarationProblem(file: string, path: string, fault: Fault): Problem {
  return { code: 'rules-declaration', severity: 'error', where: { file, path }, ...fault };
}

/** Keys of a declaration that nobody reads. `owner` says whose they are. */
export function strangers(declared: object, known: readonly string[], owner: string): readonly Fault[] {
  return unknownKeys(declared, known).map(({ key, fix }) => ({
    what: `${owner} has the unknown key ${key}`, why: 'nobody reads it: the setting that was meant is not in the rule, and the ruler drops it without a word', fix,
  }));
}

function evaluatorFaults({ name, evaluator }: RecordingGroup): readonly Fault[] {
  if (evaluators.includes(evaluator)) return [];
  return [{ what: `group ${name} has the evaluator ${JSON.stringify(evaluator)}, which does not exist`, why: 'no ruler would load the group', fix: didYouMean(evaluator, evaluators) ?? `use one of ${evaluators.join(', ')}` }];
}

function durationFaults(group: RecordingGroup): readonly Fault[] {
  return (['interval', 'reads'] as const).filter((key) => (durationMs(group[key]) ?? 0) === 0).map((key) => ({
    what: `\`${key}: ${group[key]}\` of group ${group.name} is no duration, or none at all`, why: 'the ruler would refuse the whole group, or nobody could say which environments can have it', fix: 'write a number and one of ms, s, m, h, d, w, y',
  }));
}
