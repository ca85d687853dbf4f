import { z } from 'zod';
import { type Problem, ProblemsError } from './problem.ts';

/** Environment -> uid of the namespace kube-system of its cluster (decisions 22). */
export type Identities = Readonly<Record<string, string>>;

/** The file of the pins, below the root of the repository. Only `bud-o11y pin` writes it. */
export const identitiesPath = 'packages/model/src/environments/identities.json';

const schema = z.record(z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'not the name of an environment'), z.uuid('not the uid of a namespace'));

/**
 * Reads the pins. Pure.
 * @param file names the text, for the messages
 * @throws ProblemsError with every fault at once.
 */
export function parseIdentities(file: string, text: string): Identities {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemsError([problem(file, '', 'it is not JSON')]);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ProblemsError(result.error.issues.map((issue) => problem(file, issue.path.join('.'), issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message)));
}

function problem(file: string, path: string, what: string): Problem {
  return {
    code: 'environment-identities',
    severity: 'error',
    where: { file, ...(path === '' ? {} : { path }) },
    what,
    why: 'by these pins an apply knows that it talks to the right cluster',
    fix: `correct the line, or remove it and run \`bud-o11y pin -e ${path === '' ? '<environment>' : path}\` with the right context`,
  };
}
