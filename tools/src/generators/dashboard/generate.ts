import { addImport, addToList } from '../edit-index.ts';
import { constantName, requireName, titleOf } from '../names.ts';
import { type Tree, readText, writeNew } from '../tree.ts';
import { dashboardFile } from './file.ts';

const index = 'packages/dashboards/src/index.ts';
const names = 'packages/model/src/names/dashboards.ts';

/** What `nx g @bud-o11y/tools:dashboard` is asked. */
export interface DashboardOptions {
  /** UID. */
  readonly name: string;
}

/** Writes a dashboard with eight panels, ready to be edited: folder, its name in the model, index lines. */
export default async function generateDashboard(tree: Tree, { name: uid }: DashboardOptions): Promise<void> {
  const catalog = readText(tree, names);
  requireName('dashboard', uid, [...catalog.matchAll(/^ {2}'?([a-z0-9-]+)'?: \{/gm)].map(([, name = '']) => name));
  const name = constantName(uid);
  writeNew(tree, `packages/dashboards/src/dashboards/${uid}/index.ts`, dashboardFile(uid));
  tree.write(names, addName(catalog, uid));
  const imported = addImport(readText(tree, index), { name, specifier: `./dashboards/${uid}/index.ts` });
  tree.write(index, addToList(imported, 'export const dashboards: readonly Dashboard[] = [', name));
}

function addName(text: string, uid: string): string {
  const opening = 'export const dashboardNames = {\n';
  const end = text.indexOf('\n} as const;', text.indexOf(opening)) + 1;
  if (!text.includes(opening) || end === 0) throw new Error(`${names} has no list of dashboards: add ${uid} by hand`);
  const key = uid.includes('-') ? `'${uid}'` : uid;
  const entry = `  ${key}: {\n    title: '${titleOf(uid)}', folder: 'platform',\n    panels: {},\n  },\n`;
  return text.slice(0, end) + entry + text.slice(end);
}
