import { addExport } from '../edit-index.ts';
import { requireName } from '../names.ts';
import { type Tree, readText, writeNew } from '../tree.ts';
import { alertFile } from './file.ts';
import { runbook } from './runbook.ts';

const index = 'packages/alerts/src/alerts/index.ts';

/** What `nx g @bud-o11y/tools:alert` is asked. */
export interface AlertOptions {
  readonly name: string;
  readonly area: string;
  readonly severity: 'critical' | 'warning' | 'info';
}

/** Writes an alert that fires on a service's replicas, ready to be edited: file, index line, runbook. */
export default async function generateAlert(tree: Tree, options: AlertOptions): Promise<void> {
  const text = readText(tree, index);
  requireName('alert', options.name, [...text.matchAll(/\/(\w+)\.ts'/g)].map(([, name = '']) => name));
  writeNew(tree, `packages/alerts/src/alerts/${options.area}/${options.name}.ts`, alertFile(options));
  writeNew(tree, `docs/runbooks/${options.name}.md`, runbook(options));
  tree.write(index, addExport(text, `./${options.area}/${options.name}.ts`));
}
