import { MappingType, SpecialValueMatch, type ValueMapping as SdkMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Colour, colours } from './colours.ts';

/** A value, a span of values, or no value at all, as words: readers without colour lose nothing. */
export type ValueMapping =
  | { readonly value: number; readonly text: string; readonly colour: Colour }
  | { readonly from: number; readonly to: number; readonly text: string; readonly colour: Colour }
  | { readonly missing: true; readonly text: string };

/** Every stat says so when nothing is known: grey, never green. */
export const noData: ValueMapping = { missing: true, text: 'NO DATA' };

/** 1 is good and 0 is not; anything between is part of it. */
export function states(good: string, bad: string, partial?: string): readonly ValueMapping[] {
  const between = partial === undefined ? [] : [{ from: 0.000001, to: 0.999999, text: partial, colour: 'warning' } as const];
  return [{ value: 1, text: good, colour: 'good' }, { value: 0, text: bad, colour: 'critical' }, ...between];
}

/** Grafana's form of a mapping. */
export function mappingJson(mapping: ValueMapping): SdkMapping {
  if ('missing' in mapping) {
    return { type: MappingType.SpecialValue, options: { match: SpecialValueMatch.NullAndNan, result: { text: mapping.text, color: colours.unknown } } };
  }
  const result = { text: mapping.text, color: colours[mapping.colour] };
  if ('value' in mapping) return { type: MappingType.ValueToText, options: { [String(mapping.value)]: result } };
  return { type: MappingType.RangeToText, options: { from: mapping.from, to: mapping.to, result } };
}
