import { type ArtifactId, type Duration, type Environment, type Evaluator, type RecordingRulesArtifact, type RuleData, durationMs, makeArtifact, metricsRead } from '@bud-o11y/model';
import { groupProblems } from './problems.ts';
import type { AnyRecorded } from './recording.ts';

/** A recording-rule group: evaluated one rule after the other, so later rules may read earlier ones without lag. */
export interface RecordingGroup {
  /** Name of the group, of its file and of its source file. */
  readonly name: string;
  readonly evaluator: Evaluator;
  readonly interval: Duration;
  /** Longest range that a rule of the group reads; an environment that keeps metrics for less does not get the group. */
  readonly reads: Duration;
  readonly series: readonly AnyRecorded[];
}

export function recordingGroup(group: RecordingGroup): RecordingGroup {
  return group;
}

/** Whether an environment keeps its metrics long enough for a range (decisions 17). */
export function isKept(environment: Environment, range: Duration): boolean {
  return (durationMs(environment.retention.metrics) ?? 0) >= (durationMs(range) ?? 0);
}

/** The groups, as artifacts of their environment, that record any of the given series. */
export function groupsThatRecord(series: readonly string[], groups: readonly RecordingGroup[]): readonly ArtifactId[] {
  return groups.filter((group) => group.series.some(({ metric }) => series.includes(metric))).map(groupId);
}

function groupId(group: RecordingGroup): ArtifactId {
  return `recording-rules:${group.evaluator}/${group.name}`;
}

/** The rule file of one group, in the form that promtool and the rulers read; it needs the groups whose series it reads. */
export function renderGroup(group: RecordingGroup, environment: Environment, all: readonly RecordingGroup[]): RecordingRulesArtifact {
  const lines = group.series.flatMap((entry) => entry.rules.map((rule) => ({ record: entry.metric, ...rule })));
  const rules: RuleData[] = lines.map(({ record, expr, labels }) => ({
    record,
    expr: expr.text,
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  }));
  return makeArtifact({
    kind: 'recording-rules',
    project: 'rules',
    environment: environment.name,
    evaluator: group.evaluator,
    name: `${group.evaluator}/${group.name}`,
    path: `rules/${environment.name}/${group.evaluator}/${group.name}.yaml`,
    source: `packages/rules/src/groups/${group.name}.ts`,
    data: { groups: [{ name: group.name, interval: group.interval, rules }] },
    needs: groupsThatRecord(lines.flatMap(({ expr }) => metricsRead(expr)), all).filter((id) => id !== groupId(group)),
    queries: lines.map(({ record, expr }, index) => ({ at: `rule ${index + 1} ${record}`, query: expr })),
    problems: groupProblems(group),
  });
}
