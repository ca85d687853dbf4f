import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type Panel, type PanelInput, panel } from './panel.ts';

interface TableInput extends PanelInput {
  /** The column that leads, largest value first. */
  readonly sortBy?: string;
}

/** Rows as they are now: instant queries, of which the panel's transformations make one table. */
export function table(input: TableInput): Panel {
  const { sortBy, ...rest } = input;
  const builder = new PanelBuilder().filterable(true).colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds));
  if (sortBy !== undefined) builder.sortBy([new TableSortByFieldStateBuilder().displayName(sortBy).desc(true)]);
  return panel(rest, builder, 'table');
}

/** Joins the results of several instant queries into one row per value of `label`, and names and orders the columns. */
export function joinBy(label: string, columns: Readonly<Record<string, string>>): NonNullable<PanelInput['transformations']> {
  const order = [label, ...Object.keys(columns).map((refId) => `Value #${refId}`)];
  return [
    { id: 'joinByField', options: { byField: label, mode: 'outer' } },
    { id: 'filterFieldsByName', options: { include: { names: order } } },
    {
      id: 'organize',
      options: {
        indexByName: Object.fromEntries(order.map((name, index) => [name, index])),
        renameByName: Object.fromEntries(Object.entries(columns).map(([refId, title]) => [`Value #${refId}`, title])),
      },
    },
  ];
}

/** The rows with the largest values of a column. A join has a row for whatever one of its queries answers, and so more than `topk` lets through. */
export function largest(count: number, column: string): NonNullable<PanelInput['transformations']> {
  return [
    { id: 'sortBy', options: { sort: [{ field: column, desc: true }] } },
    { id: 'limit', options: { limitField: String(count) } },
  ];
}

/** The columns of a table with one query: its labels in the order given, then the value under its title. */
export function columns(labels: readonly string[], value: string): NonNullable<PanelInput['transformations']> {
  const order = [...labels, 'Value', 'Value #A'];
  return [
    { id: 'labelsToFields', options: { mode: 'columns' } },
    { id: 'merge', options: {} },
    { id: 'filterFieldsByName', options: { include: { pattern: `^(${labels.join('|')}|Value.*)$` } } },
    { id: 'organize', options: { indexByName: Object.fromEntries(order.map((name, index) => [name, index])), renameByName: { Value: value, 'Value #A': value } } },
  ];
}
