import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { root } from '../conventions/workspace.ts';

/** Where default values and schemas of charts lie beside the repository. They are read, never copied: no clone has them. */
const folder = join(root, '../shared/charts');

/** What a chart ships beside its templates. */
export interface ReferenceChart {
  readonly name: string;
  readonly version: string;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** The chart's own values.schema.json, where it has one. */
  readonly schema: Readonly<Record<string, unknown>> | undefined;
}

/** Whether charts can be compared with on this machine. */
export const hasReferenceCharts = existsSync(folder);

/** Sub-charts whose values stand below their name. */
const subCharts: Readonly<Record<string, readonly string[]>> = { 'kube-prometheus-stack': ['kube-state-metrics', 'prometheus-node-exporter'] };

/** The chart of a name, at the one version that is there; the defaults of its sub-charts are filled in. Undefined when it is not there. */
export function referenceChart(name: string): ReferenceChart | undefined {
  const found = readdirSync(folder).find((entry) => entry.startsWith(`${name}-`) && /^\d/.test(entry.slice(name.length + 1)));
  if (found === undefined) return undefined;
  const schema = join(folder, found, 'values.schema.json');
  const own = load(readFileSync(join(folder, found, 'values.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;
  return {
    name,
    version: found.slice(name.length + 1),
    defaults: { ...own, ...Object.fromEntries((subCharts[name] ?? []).map((sub) => [sub, { ...referenceChart(sub)?.defaults, ...(own[sub] as object) }])) },
    schema: existsSync(schema) ? (JSON.parse(readFileSync(schema, 'utf8')) as Readonly<Record<string, unknown>>) : undefined,
  };
}
