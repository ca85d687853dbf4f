import { type Artifact, artifactId, type Environment } from '@bud-o11y/model';
import { waveOf } from '../plan/waves.ts';
import type { Draft } from './draft.ts';
import { ownLabels } from './names.ts';

interface ConfigMapDraft {
  readonly artifact: Artifact;
  readonly environment: Environment;
  readonly name: string;
  /** File name -> content. */
  readonly data: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A ConfigMap of an artifact, in the environment's own namespace. */
export function configMapDraft({ artifact, environment, name, data, labels = {}, annotations }: ConfigMapDraft): Draft {
  const metadata = {
    name,
    namespace: environment.namespaces.observability,
    labels: { ...ownLabels(environment), ...labels },
    ...(annotations === undefined ? {} : { annotations }),
  };
  return {
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data },
    source: `generator:${artifact.project}`,
    wave: waveOf(artifact),
    artifact: artifactId(artifact),
  };
}
