import { hostname } from 'node:os';
import type { Host } from '../host.ts';

/** Who runs this, for the lock and the record of runs: the address of a pipeline's run where one says it, else user and machine. */
export function runBy({ variables }: Pick<Host, 'variables'>): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, BUILD_URL, USER } = variables;
  if (GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined && GITHUB_RUN_ID !== undefined) return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  return CI_JOB_URL ?? BUILD_URL ?? `${USER ?? 'somebody'}@${hostname()}`;
}
