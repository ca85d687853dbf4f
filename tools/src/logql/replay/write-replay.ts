import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alerts, logCases } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import { replayFile } from './replay-file.ts';

/** Name of a case's file: the alert, and the place of the case among the alert's. */
export function replayName(alert: string, index: number): string {
  return `${alert}-${index + 1}.json`;
}

/**
 * Writes every case of every log alert into a folder, one file each, and returns their names.
 * @throws the file system's error when the folder cannot be written.
 */
export async function writeReplay(folder: string, environment: Environment): Promise<readonly string[]> {
  const cases = alerts.flatMap((alert) => logCases(alert).map((entry, index) => ({ alert, entry, name: replayName(alert.id, index) })));
  await mkdir(folder, { recursive: true });
  for (const { alert, entry, name } of cases) await writeFile(join(folder, name), `${JSON.stringify(replayFile(alert, entry, environment))}\n`);
  return cases.map(({ name }) => name);
}
