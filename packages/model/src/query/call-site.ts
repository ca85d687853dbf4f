import type { ProblemWhere } from '../problem.ts';

/**
 * The source position that called into `inside`, a part of the paths of one's own files: that of the query templates when
 * left out. Costs a stack trace: only taken once per declaration, or when there is a fault to report.
 */
export function callSite(inside = '/model/src/query/'): ProblemWhere {
  const [, , ...frames] = (new Error('call site').stack ?? '').split('\n');
  for (const frame of frames) {
    const match = /(?:\(|at )(?:file:\/\/)?([^()]+):(\d+):(\d+)\)?$/.exec(frame);
    const file = match?.[1];
    if (file === undefined || file.includes(inside) && !file.endsWith('.spec.ts')) continue;
    if (file.startsWith('node:')) continue;
    return { file: repositoryPath(file), line: Number(match?.[2]), column: Number(match?.[3]) };
  }
  return {};
}

function repositoryPath(file: string): string {
  const at = Math.max(file.lastIndexOf('/packages/'), file.lastIndexOf('/tools/'));
  return at < 0 ? file : file.slice(at + 1);
}
