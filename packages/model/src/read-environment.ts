import type { z } from 'zod';
import { keysAt, valueAt } from './environment-keys.ts';
import { type Environment, type EnvironmentInput, environmentSchema } from './environment.ts';
import { nearest } from './nearest.ts';
import { type Problem, ProblemsError } from './problem.ts';
import { sizesOf } from './sizes/sizing.ts';

const cache = new WeakMap<EnvironmentInput, Environment>();

/**
 * Finds and validates an environment among the given ones, and gives it its sizes; each is validated once.
 * @throws ProblemsError `environment-unknown` or one `environment-invalid` per fault.
 */
export function readEnvironment(name: string, inputs: readonly EnvironmentInput[]): Environment {
  const input = inputs.find((candidate) => candidate.name === name);
  if (input === undefined) throw new ProblemsError([unknown(name, inputs.map((candidate) => candidate.name))]);
  const known = cache.get(input);
  if (known !== undefined) return known;
  const result = environmentSchema.safeParse(input);
  if (!result.success) throw new ProblemsError(result.error.issues.flatMap((issue) => invalid(name, input, issue)));
  if (result.data.tenancy === 'perProject') throw new ProblemsError([perProject(name)]);
  const read = { ...result.data, sizes: sizesOf(result.data) };
  cache.set(input, read);
  return read;
}

function unknown(name: string, names: readonly string[]): Problem {
  const guess = nearest(name, names);
  return {
    code: 'environment-unknown',
    severity: 'error',
    where: {},
    what: `there is no environment ${JSON.stringify(name)}`,
    why: 'the command would not know what to render, nor where to apply it',
    fix: `${guess === undefined ? '' : `did you mean ${guess}? `}use one of: ${names.join(', ')}`,
  };
}

function invalid(name: string, input: EnvironmentInput, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.join('.');
  const file = `packages/model/src/environments/${name}.ts`;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(environmentSchema, issue.path);
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      return {
        code: 'environment-invalid',
        severity: 'error',
        where: { file, path: [path, key].filter(Boolean).join('.') },
        what: `unknown key ${JSON.stringify(key)}`,
        why: 'a key that nobody reads changes nothing: the setting that was meant keeps its old value',
        fix: guess === undefined ? `remove it; the keys here are ${known.join(', ')}` : `did you mean ${guess}?`,
      };
    });
  }
  const isMissing = path !== '' && valueAt(input, issue.path) === undefined;
  return [{
    code: 'environment-invalid',
    severity: 'error',
    where: { file, path },
    what: isMissing ? `${path} is missing` : issue.message,
    why: 'everything of this environment is generated from this file',
    fix: isMissing ? `add ${path}; packages/model/src/environment.ts says what fits` : `correct ${path || 'the file'}; packages/model/src/environment.ts says what fits`,
  }];
}

function perProject(name: string): Problem {
  return {
    code: 'environment-tenancy',
    severity: 'error',
    where: { file: `packages/model/src/environments/${name}.ts`, path: 'tenancy' },
    what: 'tenancy `perProject` is not built yet',
    why: 'it needs a Grafana organisation and a tenant header per project; rendering it half-way would promise an isolation that nothing enforces',
    fix: "set tenancy: 'single'; docs/adr says what that means for document 7.3 and 10.2",
  };
}
