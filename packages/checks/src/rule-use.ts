import type { AlertRulesArtifact, Bundle, RecordingRulesArtifact, RuleData, RuleGroupData } from '@bud-o11y/model';

/** One rule of the bundle, and where it stands. */
export interface RuleUse {
  readonly artifact: RecordingRulesArtifact | AlertRulesArtifact;
  readonly group: RuleGroupData;
  readonly rule: RuleData;
  /** The record or alert name. */
  readonly name: string;
  /** Place inside the artifact: `group bud-critical rule 2 (HighErrorRate)`. */
  readonly at: string;
  /** Repository path of the file that declares it. */
  readonly file: string;
}

/** All rules of a bundle, recording and alerting, in path order. */
export function rulesOf(bundle: Bundle): readonly RuleUse[] {
  return bundle.artifacts
    .filter((artifact) => artifact.kind === 'recording-rules' || artifact.kind === 'alert-rules')
    .flatMap((artifact) =>
      artifact.data.groups.flatMap((group) =>
        group.rules.map((rule, index) => {
          const name = rule.alert ?? rule.record ?? '';
          return { artifact, group, rule, name, at: `group ${group.name} rule ${index + 1} (${name})`, file: artifact.queries[index]?.file ?? artifact.source };
        }),
      ),
    );
}

/** Labels that an alert carries whatever its expression returns. A label with a template has no value that can be known here. */
export function staticLabels(alert: RuleUse): Readonly<Record<string, string>> {
  const fixed = Object.entries(alert.rule.labels ?? {}).filter(([, value]) => !value.includes('{{'));
  return { ...Object.fromEntries(fixed), alertname: alert.name };
}
