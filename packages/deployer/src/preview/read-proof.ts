import { join } from 'node:path';
import { type Problem, ProblemsError, type ProofOfLife, proofOfLifePath, proofOfLifeSchema } from '@bud-o11y/model';
import type { FileSystem } from '../targets/directory/file-system.ts';

/**
 * What the proof of life saw on one dashboard; undefined where it did not run.
 * @param root the folder that the path in `proofOfLifePath` starts from
 * @throws ProblemsError `proof-of-life-invalid` for a file that it did not write like that.
 */
export async function readProof(root: string, environment: string, uid: string, fileSystem: FileSystem): Promise<ProofOfLife | undefined> {
  const path = proofOfLifePath(environment, uid);
  const file = join(root, path);
  if ((await fileSystem.entry(file)) === undefined) return undefined;
  const result = proofOfLifeSchema.safeParse(json((await fileSystem.read(file)).toString('utf8')));
  if (result.success) return result.data;
  throw new ProblemsError(result.error.issues.slice(0, 1).map(({ path: at, message }) => problem(path, at.join('.'), message)));
}

/** Undefined fits no schema: what is no JSON is told like what has the wrong form. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(file: string, path: string, what: string): Problem {
  return {
    code: 'proof-of-life-invalid',
    severity: 'error',
    where: { file, ...(path === '' ? {} : { path }) },
    what,
    why: 'the pages would show figures that nobody measured',
    fix: 'run `npm run proof-of-life` again, or remove the file to see the queries alone',
  };
}
