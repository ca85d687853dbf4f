import type { Environment, HelmValuesArtifact, Problem } from '@bud-o11y/model';
import type { RequiredSecret } from './secrets.ts';
import { told } from './value-problems.ts';

/** Releases of an environment that have one name, or whose objects would. */
export function duplicateReleases(artifacts: readonly Pick<HelmValuesArtifact, 'name' | 'data'>[], environment: Environment): readonly Problem[] {
  const named = artifacts.map(({ name, data }) => ({ release: name, objects: data['fullnameOverride'] }));
  return named.flatMap(({ release, objects }, index) => {
    const earlier = named.slice(0, index);
    if (earlier.some((other) => other.release === release)) return [twice(environment, release, '', `two releases are named ${release}`, 'give one of them another name in packages/model/src/names/objects.ts')];
    const same = earlier.find((other) => other.objects === objects);
    return same === undefined ? [] : [twice(environment, release, 'fullnameOverride', `its objects are named ${String(objects)}, as those of ${same.release} are`, 'give one of them another fullnameOverride')];
  });
}

/** Keys of Secrets that are asked for twice: two readers, each with a meaning of its own for one value. */
export function duplicateSecretKeys(secrets: readonly RequiredSecret[], environment: Environment): readonly Problem[] {
  const named = secrets.flatMap(({ name, keys, usedBy, releases }) => keys.map((key) => ({ at: `${name}.${key}`, usedBy, release: releases[0] ?? name })));
  return named.flatMap(({ at, usedBy, release }, index) => {
    const first = named.find((other) => other.at === at);
    return first === undefined || named.indexOf(first) === index ? [] : [twice(environment, release, at, `the key ${at} is named twice, for ${first.usedBy} and for ${usedBy}`, 'name it once, or give the second reader a Secret of its own')];
  });
}

function twice({ name }: Environment, release: string, path: string, what: string, fix: string): Problem {
  return {
    code: 'values-duplicate',
    severity: 'error',
    where: { file: `packages/helm-values/src/charts/${release}.ts`, artifact: `helm-values:${release}`, ...(path === '' ? {} : { path }) },
    what: `${told({ environment: name, release, file: '' })}: ${what}`,
    why: 'the second overwrites the first, or reads what was meant for it, and nothing says so',
    fix,
  };
}
