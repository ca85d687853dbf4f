import type { Problem } from './problem.ts';
import type { Query } from './query/query.ts';

/** The four projects that write a folder of rendered/. */
export const generatorProjects = ['alerts', 'dashboards', 'helm-values', 'rules'] as const;
export type GeneratorProject = (typeof generatorProjects)[number];

/** Who evaluates a rule: the Mimir ruler, the Loki ruler, or the scraping Prometheus (decisions 7). */
export type Evaluator = 'mimir' | 'loki' | 'prometheus';

/** `<kind>:<name>`, unique within one environment: the key of plan, inventory and graph. */
export type ArtifactId = `${ArtifactKind}:${string}`;

/** A query that an artifact contains, and where in the artifact it stands (`panel 11 target A`). */
export interface QueryUse {
  readonly at: string;
  readonly query: Query;
  /** Repository path of the file that declares it, where that is not the artifact's source. */
  readonly file?: string;
}

interface ArtifactOf<Kind extends string, Data> {
  readonly kind: Kind;
  readonly project: GeneratorProject;
  readonly environment: string;
  /** Unique for its kind in its environment. */
  readonly name: string;
  /** Path below rendered/, with `/`: `rules/local/mimir/bud-recordings.yaml`. */
  readonly path: string;
  /** Repository path of the TypeScript file to edit. */
  readonly source: string;
  /** What `text` is the serialisation of. */
  readonly data: Data;
  /** The exact file content: LF, a newline at the end. */
  readonly text: string;
  readonly queries: readonly QueryUse[];
  /** Artifacts of the same environment that must be in place first. */
  readonly needs: readonly ArtifactId[];
  /** Faults found while this artifact was made. */
  readonly problems: readonly Problem[];
}

export interface RuleData {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface RuleGroupData {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly RuleData[];
}

/** A rule file holds exactly one group. */
export interface RuleFileData {
  readonly groups: readonly [RuleGroupData];
}

interface Evaluated {
  readonly evaluator: Evaluator;
}

export type RecordingRulesArtifact = ArtifactOf<'recording-rules', RuleFileData> & Evaluated;
export type AlertRulesArtifact = ArtifactOf<'alert-rules', RuleFileData> & Evaluated;
export type AlertmanagerArtifact = ArtifactOf<'alertmanager', Readonly<Record<string, unknown>>>;
/** `folder` is a folder UID of the catalog. `data` is classic dashboard JSON, unless `classic` holds that beside a resource of another schema. */
export type DashboardArtifact = ArtifactOf<'dashboard', Readonly<Record<string, unknown>>> & {
  readonly folder: string;
  readonly classic?: Readonly<Record<string, unknown>>;
  /** Repository path of the file that declares a panel or a row header, by its place (`panelPlace`), where that is not `source`. */
  readonly panelFiles?: Readonly<Record<string, string>>;
};
export type DatasourcesArtifact = ArtifactOf<'datasources', Readonly<Record<string, unknown>>>;
export type AccessArtifact = ArtifactOf<'access', Readonly<Record<string, unknown>>>;
/** Values of one pinned chart; `layer` says in which wave the release is applied. */
export type HelmValuesArtifact = ArtifactOf<'helm-values', Readonly<Record<string, unknown>>> & {
  readonly layer: ReleaseLayer;
  readonly chart: { readonly name: string; readonly version: string; readonly repository: string };
};
/** A program's own configuration file, for the environment whose programs are started by hand (`local`). */
export type ProgramConfigArtifact = ArtifactOf<'program-config', Readonly<Record<string, unknown>> | string> & {
  readonly layer: ReleaseLayer;
  readonly program: string;
};

export type ReleaseLayer = 'storage' | 'backends' | 'collectors';

export type Artifact =
  | RecordingRulesArtifact
  | AlertRulesArtifact
  | AlertmanagerArtifact
  | DashboardArtifact
  | DatasourcesArtifact
  | AccessArtifact
  | HelmValuesArtifact
  | ProgramConfigArtifact;

export type ArtifactKind = Artifact['kind'];

/** A dashboard as classic JSON, whatever schema its file is written in: what the checks read and the preview draws. */
export function classicDashboard({ classic, data }: DashboardArtifact): Readonly<Record<string, unknown>> {
  return classic ?? data;
}

/** The place of a panel in words, as Problems name it: `panel 11 (Requests by endpoint)`. */
export function panelPlace(id: number | undefined, title: string): string {
  return `panel ${id ?? 'without id'}${title === '' ? '' : ` (${title})`}`;
}

/** The artifact's key in its environment. */
export function artifactId(artifact: Pick<Artifact, 'kind' | 'name'>): ArtifactId {
  return `${artifact.kind}:${artifact.name}`;
}

/** Everything of one environment, in path order, with what the checks must know beside it. */
export interface Bundle {
  readonly environment: string;
  readonly artifacts: readonly Artifact[];
  /** The pages under docs/runbooks: name (without `.md`) -> text. */
  readonly runbooks: ReadonlyMap<string, string>;
}
