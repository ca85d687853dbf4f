import { type Artifact, environmentInputs, type EnvironmentInput, makeArtifact } from '@bud-o11y/model';

/** A made-up environment of one size: dashboards only, for every one of them is one ConfigMap. */
export interface BenchBundle {
  readonly count: number;
  /** Of each dashboard's text, about. */
  readonly bytes: number;
  /** Stands in the first `changed` dashboards, all unless told; the others have revision 0. */
  readonly revision: number;
  readonly changed?: number;
  readonly namespace: string;
}

const [dev] = environmentInputs;
const panelBytes = 100;

/** `dev`, in one namespace of the measurement, with hosts that are not those of the shipped examples. */
export function benchEnvironment(namespace: string): EnvironmentInput {
  const input = JSON.parse(JSON.stringify(dev).replaceAll('bud.example', 'corp.test').replaceAll(dev.namespaces.observability, namespace)) as EnvironmentInput;
  return { ...input, namespaces: { observability: namespace, apps: [namespace] } };
}

/** How a revision is written into a dashboard: always the same length, so that a replay can put another one in its place. */
export function revisionMark(revision: number): string {
  return `revision-${String(revision).padStart(4, '0')}`;
}

export function benchArtifacts({ count, bytes, revision, changed = count }: BenchBundle): readonly Artifact[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `bench-${String(index).padStart(5, '0')}`;
    return makeArtifact({
      kind: 'dashboard',
      project: 'dashboards',
      environment: dev.name,
      name,
      path: `dashboards/${dev.name}/${name}.json`,
      source: 'packages/deployer/src/bench/bundle.ts',
      folder: 'bud-platform',
      data: { uid: name, title: `${name} ${revisionMark(index < changed ? revision : 0)}`, panels: panels(bytes) },
    });
  });
}

/** Every dashboard has its own, as real ones do: they are part of the memory that is measured. */
function panels(bytes: number): readonly object[] {
  return Array.from({ length: Math.ceil(bytes / panelBytes) }, (_, id) => ({ id, type: 'timeseries', title: `panel ${id} `.padEnd(panelBytes - 88, '.') }));
}
