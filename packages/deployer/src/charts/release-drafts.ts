import { artifactId, type Environment, type HelmValuesArtifact, type Problem } from '@bud-o11y/model';
import { waveNames, waveOf, type WaveName } from '../plan/waves.ts';
import type { Draft } from '../objects/draft.ts';
import { isCallback } from '../objects/edges/callbacks.ts';
import { objectKey } from '../objects/object-key.ts';
import { chartProblem } from './chart-problem.ts';
import { type ChartObject, readObjects } from './documents.ts';
import { wavering } from './determinism.ts';
import { readHook, skippedHooks } from './hooks.ts';
import { parseManifests } from './manifest.ts';

interface Rendered {
  readonly artifact: HelmValuesArtifact;
  readonly environment: Environment;
  /** Helm's output, twice, and what it said on stderr. */
  readonly first: string;
  readonly second: string;
  readonly stderr: string;
}

/** The objects of a rendered release, ready to be placed, and every fault of the rendering. Pure. */
export function releaseDrafts({ artifact, environment, first, second, stderr }: Rendered): { readonly drafts: readonly Draft[]; readonly problems: readonly Problem[] } {
  const read = (text: string): { readonly objects: readonly ChartObject[]; readonly faults: readonly { readonly template: string; readonly what: string }[] } => {
    const { manifests, faults } = parseManifests(text);
    const found = readObjects(manifests, environment.namespaces.observability);
    return { objects: found.objects, faults: [...faults, ...found.faults] };
  };
  const { objects, faults } = read(first);
  const unsteady = first === second ? [] : wavering(objects, read(second).objects);
  const drafts: Draft[] = [];
  const problems: Problem[] = [
    ...faults.map(({ template, what }) => chartProblem(artifact, { code: 'chart-unreadable', path: template, what: `${artifact.name} renders ${what}`, why: 'what cannot be read exactly cannot be reviewed or applied', fix: 'correct the values that reach this template' })),
    ...unsteady.map(({ key, template, paths }) => chartProblem(artifact, {
      code: 'chart-nondeterministic', path: template,
      what: `${key} of ${artifact.name} comes out differently each time: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`,
      why: 'every plan would show a change, and every apply would set another value',
      fix: 'give the value yourself: for a password, the name of an existing Secret',
    })),
    ...skippedHooks(stderr).map((events) => unknownHook(artifact, 'an object', events, '')),
  ];
  for (const { template, object } of objects) {
    const hook = readHook(object);
    if (hook.kind === 'unknown') problems.push(unknownHook(artifact, objectKey(object), hook.events.join(', '), template));
    else if (object.kind === 'CustomResourceDefinition' && !environment.ownsClusterScope) problems.push(foreignDefinition(artifact, environment, objectKey(object), template));
    else if (hook.kind !== 'dropped') drafts.push({ object, source: `release:${artifact.name}`, wave: waveFor(artifact, object), artifact: artifactId(artifact), ...(hook.kind === 'hook' ? { hook: hook.hook } : {}) });
  }
  return { drafts, problems };
}

/** Definitions come first, and what the server calls back through last; everything else with its release. */
function waveFor(artifact: HelmValuesArtifact, object: ChartObject['object']): WaveName {
  if (object.kind === 'CustomResourceDefinition' || object.kind === 'Namespace') return waveNames[0];
  return isCallback(object) ? waveNames[waveNames.length - 1] as WaveName : waveOf(artifact);
}

function unknownHook(artifact: HelmValuesArtifact, what: string, events: string, template: string): Problem {
  return chartProblem(artifact, {
    code: 'chart-unknown-hook', path: template,
    what: `${what} of ${artifact.name} is a hook of an event that is not known: ${events}`,
    why: 'nobody can say when it is to be applied, and leaving it out would be silent',
    fix: 'switch it off in the values, or pin a version of the chart without it',
  });
}

function foreignDefinition(artifact: HelmValuesArtifact, environment: Environment, key: string, template: string): Problem {
  return chartProblem(artifact, {
    code: 'chart-cluster-scope', path: template,
    what: `${artifact.name} renders ${key}, and ${environment.name} does not own the cluster's definitions (ownsClusterScope)`,
    why: 'two environments on one cluster would overwrite each other’s definitions',
    fix: 'switch the definitions off in the values of this environment',
  });
}
