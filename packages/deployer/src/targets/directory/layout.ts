import { type Artifact, folders, tenants } from '@bud-o11y/model';

/** Where an artifact's file lies below the root of a directory target, with `/`. */
export type Layout = (artifact: Artifact) => string;

/** The tree as it is committed under rendered/. */
export const renderedLayout: Layout = (artifact) => artifact.path;

const programFiles: Readonly<Record<string, string>> = {
  'grafana.ini': 'grafana/grafana.ini',
  'grafana-dashboards.yaml': 'grafana/provisioning/dashboards/provider.yaml',
  'config.alloy': 'alloy/config.alloy',
  // At the root: its paths, like those of every program, begin there.
  'compose.yaml': 'compose.yaml',
};

/** The tree that the real programs are started on: each finds its files where its own configuration says. */
export const programLayout: Layout = (artifact) => {
  const file = fileName(artifact.path);
  switch (artifact.kind) {
    case 'recording-rules':
    case 'alert-rules':
      return `${ruleFolders[artifact.evaluator]}/${file}`;
    case 'alertmanager':
      return 'alertmanager/alertmanager.yaml';
    case 'datasources':
      return `grafana/provisioning/datasources/${file}`;
    case 'access':
      return `grafana/access/${file}`;
    case 'dashboard':
      return `grafana/dashboards/${folderTitle(artifact.folder)}/${file}`;
    case 'helm-values':
      return `helm-values/${file}`;
    case 'program-config':
      return programFiles[file] ?? `${artifact.program}/${file}`;
  }
};

const ruleFolders = { mimir: `mimir/rules/${tenants.mimir}`, loki: `loki/rules/${tenants.loki}`, prometheus: 'prometheus/rules' } as const;

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** One folder of files per folder of Grafana, by title: the provisioning file has a provider for each. */
function folderTitle(uid: string): string {
  return Object.values(folders).find((folder) => folder.uid === uid)?.title ?? uid;
}

/** A folder of which a program loads every file with a fitting name, whoever put it there. `x/*` means each folder in `x`. */
export interface LoadedFolder {
  readonly folder: string;
  readonly name: RegExp;
  /** The program, for a sentence. */
  readonly by: string;
}

const yaml = /\.ya?ml$/i;

/** The folders of `programLayout` that programs load as a whole. */
export const programLoads: readonly LoadedFolder[] = [
  { folder: ruleFolders.mimir, name: yaml, by: 'the Mimir ruler' },
  { folder: ruleFolders.loki, name: yaml, by: 'the Loki ruler' },
  { folder: ruleFolders.prometheus, name: /\.yaml$/, by: 'Prometheus' },
  { folder: 'grafana/dashboards/*', name: /\.json$/i, by: 'Grafana' },
  { folder: 'grafana/provisioning/*', name: yaml, by: 'Grafana' },
];
