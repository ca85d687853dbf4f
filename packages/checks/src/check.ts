import { type Artifact, type ArtifactKind, type Problem, type ProblemSeverity, artifactId } from '@bud-o11y/model';
import type { CheckContext } from './context.ts';

/** One fault that a check found; the check adds its own id, severity and why, and turns it into a Problem. */
export interface Finding {
  /** The artifact that the fault stands in; an artifact check fills in its own. */
  readonly artifact?: Artifact;
  /** Repository path to edit when that is neither the artifact's source nor the file of the panel in `at`. */
  readonly file?: string;
  /** Place inside the artifact or the file: `panel 11 target A`, `receivers.email.to`. */
  readonly at?: string;
  readonly what: string;
  readonly fix: string;
}

/** One check: pure and offline. Its id is its file name, its page under docs/checks and its suppression key. */
export interface Check<Id extends string = string> {
  readonly id: Id;
  readonly severity: ProblemSeverity;
  /** Why a finding matters to the person on call. */
  readonly why: string;
  /** Kinds whose artifacts can carry the fault; empty when it is the environment itself. */
  readonly appliesTo: readonly ArtifactKind[];
  run(context: CheckContext): readonly Problem[];
}

/** What a check says of itself. */
export interface CheckSpec<Id extends string> {
  readonly id: Id;
  readonly severity: ProblemSeverity;
  readonly why: string;
}

interface Spec<Id extends string, Kind extends ArtifactKind> extends CheckSpec<Id> {
  readonly appliesTo: readonly Kind[];
}

type OfKind<Kind extends ArtifactKind> = Extract<Artifact, { kind: Kind }>;

/** A check that looks at one artifact at a time, with the rest of the bundle at hand. */
export function artifactCheck<const Id extends string, const Kind extends ArtifactKind>(
  spec: Spec<Id, Kind> & { run(artifact: OfKind<Kind>, context: CheckContext): Iterable<Finding> },
): Check<Id> {
  const isOfKind = (artifact: Artifact): artifact is OfKind<Kind> => (spec.appliesTo as readonly ArtifactKind[]).includes(artifact.kind);
  return {
    ...spec,
    run: (context) =>
      context.bundle.artifacts
        .filter(isOfKind)
        .flatMap((artifact) => [...spec.run(artifact, context)].map((finding) => toProblem(spec, { artifact, ...finding }))),
  };
}

/** A check that compares artifacts with each other or with the environment. */
export function bundleCheck<const Id extends string>(spec: Spec<Id, ArtifactKind> & { run(context: CheckContext): Iterable<Finding> }): Check<Id> {
  return { ...spec, run: (context) => [...spec.run(context)].map((finding) => toProblem(spec, finding)) };
}

function toProblem(spec: Spec<string, ArtifactKind>, finding: Finding): Problem {
  const file = finding.file ?? fileOf(finding);
  return {
    code: spec.id,
    severity: spec.severity,
    where: {
      ...(finding.artifact === undefined ? {} : { artifact: artifactId(finding.artifact) }),
      ...(file === undefined ? {} : { file }),
      ...(finding.at === undefined ? {} : { path: finding.at }),
    },
    what: finding.what,
    why: spec.why,
    fix: finding.fix,
  };
}

/** The file that declares what a finding is about: of a dashboard, that of the panel whose place it begins with. */
function fileOf({ artifact, at = '' }: Finding): string | undefined {
  const files = artifact?.kind === 'dashboard' ? Object.entries(artifact.panelFiles ?? {}) : [];
  return files.find(([place]) => at.startsWith(place))?.[1] ?? artifact?.source;
}
