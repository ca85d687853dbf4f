import type { Artifact } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import { viewDashboard } from '../dashboard-view.ts';
import { objectOf, objectsOf, textOf } from '../json-view.ts';

/** Every query that an artifact ships was built by a query template and is listed in `queries`, where the other checks look. */
export const queryUntracked = artifactCheck({
  id: 'query-untracked',
  severity: 'error',
  why: 'no check reads a query that is not listed: a wrong name in it is found by the person on call',
  appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
  *run(artifact) {
    const tracked = new Set(artifact.queries.map(({ query }) => oneLine(query.text)));
    for (const { at, text } of shipped(artifact)) {
      if (text === '' || tracked.has(oneLine(text))) continue;
      yield { at, what: `ships a query that is not among the artifact's queries: ${oneLine(text).slice(0, 120)}`, fix: 'build it with promql, logql or traceql, and pass it to makeArtifact in `queries`' };
    }
  },
});

interface Shipped {
  readonly at: string;
  readonly text: string;
}

function shipped(artifact: Extract<Artifact, { kind: 'recording-rules' | 'alert-rules' | 'dashboard' }>): readonly Shipped[] {
  if (artifact.kind === 'dashboard') {
    const annotations = objectsOf(objectOf(viewDashboard(artifact).json['annotations'])['list']).map((entry) => ({ at: `annotation ${textOf(entry['name'])}`, text: textOf(entry['expr']) }));
    const targets = viewDashboard(artifact).panels.flatMap(({ at, json }) =>
      objectsOf(json['targets']).map((target) => ({ at: `${at} target ${textOf(target['refId'])}`, text: textOf(target['expr']) || textOf(target['query']) })),
    );
    return [...targets, ...annotations];
  }
  return artifact.data.groups.flatMap(({ rules }) => rules.map((rule) => ({ at: `rule ${rule.alert ?? rule.record ?? ''}`, text: rule.expr })));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
