import type { MappingJson } from './dashboard-json.ts';
import type { Field } from './fields.ts';
import { formatValue } from './units.ts';

/** A value as a panel shows it: its words, and the colour that its mapping or threshold gives it, by Grafana's name. */
export interface Judged {
  readonly text: string;
  readonly colour: string;
}

/** No value at all. */
export const nothing: Judged = { text: 'no data', colour: '#8e8e8e' };

/** Words come from a mapping where one matches, else from the unit; the colour from the mapping, else from the thresholds. */
export function judge(value: number | null | undefined, field: Field): Judged {
  if (value === undefined || value === null || Number.isNaN(value)) return mapped(null, field.mappings) ?? nothing;
  const words = mapped(value, field.mappings);
  return { text: words?.text ?? formatValue(value, field.unit, field.decimals), colour: words?.colour ?? thresholdColour(value, field) };
}

/** The colour of the highest step that a value reaches. */
export function thresholdColour(value: number, { steps }: Pick<Field, 'steps'>): string {
  return steps.findLast((step) => step.value === null || value >= step.value)?.color ?? 'text';
}

/** Whether a field has more than one colour: then the colour says how good a value is. */
export function isJudged({ steps }: Pick<Field, 'steps'>): boolean {
  return steps.length > 1;
}

interface Result {
  readonly text?: string;
  readonly color?: string;
}

function mapped(value: number | null, mappings: readonly MappingJson[]): Judged | undefined {
  const result = mappings.map((mapping) => resultOf(value, mapping)).find((found) => found !== undefined);
  return result?.text === undefined ? undefined : { text: result.text, colour: result.color ?? 'text' };
}

function resultOf(value: number | null, { type, options }: MappingJson): Result | undefined {
  if (type === 'special') return value === null && String(options['match']).includes('null') ? (options['result'] as Result) : undefined;
  if (value === null) return undefined;
  if (type === 'value') return options[String(value)] as Result | undefined;
  const { from, to, result } = options as { readonly from?: number; readonly to?: number; readonly result?: Result };
  return type === 'range' && value >= (from ?? -Infinity) && value <= (to ?? Infinity) ? result : undefined;
}
