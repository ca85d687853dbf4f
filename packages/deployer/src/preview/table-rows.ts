import type { PanelJson } from './dashboard-json.ts';
import type { PanelAnswers } from './series.ts';

/** A cell: a label is text, a value is a number; a row that a query says nothing of has a hole there. */
export type Cell = string | number | undefined;

/** A table as its panel's transformations leave it. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Row = Readonly<Record<string, Cell>>;

interface Options {
  readonly byField?: string;
  readonly include?: { readonly names?: readonly string[]; readonly pattern?: string };
  readonly indexByName?: Readonly<Record<string, number>>;
  readonly renameByName?: Readonly<Record<string, string>>;
}

/** The rows of instant queries: joined where the panel joins them, then filtered, ordered, renamed and sorted as it says. */
export function tableRows(panel: PanelJson, answers: PanelAnswers): Rows {
  const steps = new Map((panel.transformations ?? []).map(({ id, options }) => [id, options as Options]));
  const label = steps.get('joinByField')?.byField;
  const rows = label === undefined ? plainRows(answers) : joined(answers, label);
  const { include = {} } = steps.get('filterFieldsByName') ?? {};
  const { indexByName = {}, renameByName = {} } = steps.get('organize') ?? {};
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((name) => include.names?.includes(name) ?? (include.pattern === undefined || new RegExp(include.pattern).test(name)))
    .sort((a, b) => (indexByName[a] ?? Infinity) - (indexByName[b] ?? Infinity));
  const columns = names.map((name) => renameByName[name] ?? name);
  const cells = rows.map((row) => names.map((name) => row[name]));
  return { columns, rows: sorted(cells, columns, panel) };
}

/** One row per series: its labels, and its value now. */
function plainRows(answers: PanelAnswers): readonly Row[] {
  return Object.values(answers).flatMap(({ series }) => series.map(({ labels, points }): Row => ({ ...labels, Value: points.at(-1)?.[1] ?? undefined })));
}

/** One row per value of a label, with the value of each query under `Value #<refId>`. */
function joined(answers: PanelAnswers, label: string): readonly Row[] {
  const rows = new Map<string, Record<string, Cell>>();
  for (const [refId, { series }] of Object.entries(answers)) {
    for (const { labels, points } of series) {
      const key = labels[label] ?? '';
      const row = rows.get(key) ?? { [label]: key };
      row[`Value #${refId}`] = points.at(-1)?.[1] ?? undefined;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function sorted(rows: readonly (readonly Cell[])[], columns: readonly string[], panel: PanelJson): Rows['rows'] {
  const [first] = (panel.options?.['sortBy'] ?? []) as readonly { readonly displayName: string; readonly desc?: boolean }[];
  const at = first === undefined ? -1 : columns.indexOf(first.displayName);
  if (at === -1) return rows;
  const order = (row: readonly Cell[]): number => (typeof row[at] === 'number' ? row[at] : -Infinity);
  return [...rows].sort((a, b) => (first?.desc === true ? order(b) - order(a) : order(a) - order(b)));
}
