import type { Problem } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import type { Collected } from './collect.ts';

/** What the checks (which tell the artifacts' own problems too) and the graph find wrong with a bundle. */
export async function checkProblems(collected: Collected, host: Host): Promise<readonly Problem[]> {
  const today = host.processes.now().toISOString().slice(0, 10);
  return [...collected.problems, ...(await host.check(collected.bundle, collected.environment, today))];
}
