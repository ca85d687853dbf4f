import type { PanelView } from './dashboard-view.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from './json-view.ts';
import type { TargetView } from './panel-targets.ts';

/**
 * What a field property (`unit`, `thresholds`) can be for the series of a target: the override's where one surely fits,
 * else the panel's own and those of the overrides that may fit some of its series.
 */
export function propertiesOf(panel: PanelView, target: TargetView, property: string): readonly unknown[] {
  const config = objectOf(panel.json['fieldConfig']);
  const possible: unknown[] = [objectOf(config['defaults'])[property]];
  for (const override of objectsOf(config['overrides'])) {
    const value = objectsOf(override['properties']).find(({ id }) => id === property)?.['value'];
    if (value === undefined) continue;
    const fit = fits(objectOf(override['matcher']), panel, target);
    if (fit === 'surely') return [value];
    if (fit === 'maybe') possible.push(value);
  }
  return possible;
}

function fits({ id, options }: JsonObject, panel: PanelView, target: TargetView): 'surely' | 'maybe' | 'never' {
  const wanted = textOf(options);
  if (id === 'byFrameRefID') return wanted === target.refId ? 'surely' : 'never';
  if (id !== 'byName' && id !== 'byRegexp') return 'maybe';
  const { names, pattern } = namesOf(panel, target);
  if (id === 'byName') return names.includes(wanted) ? 'surely' : pattern?.test(wanted) === true ? 'maybe' : 'never';
  const regex = compiled(wanted.replace(/^\/(.*)\/$/s, '$1'));
  if (regex === undefined) return 'never';
  return names.some((name) => regex.test(name)) ? 'surely' : pattern === undefined ? 'never' : 'maybe';
}

/** Grafana ignores an override whose expression is none. */
function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

/** What the series of a target are called: names that are known, and a pattern where labels are part of them. */
function namesOf(panel: PanelView, { refId, legend }: TargetView): { readonly names: readonly string[]; readonly pattern: RegExp | undefined } {
  const isFixed = !legend.includes('{{');
  const given = [`Value #${refId}`, ...(isFixed && legend !== '' ? [legend] : []), ...(objectsOf(panel.json['targets']).length === 1 ? ['Value'] : [])];
  const renames = objectsOf(panel.json['transformations']).map(({ options }) => objectOf(objectOf(options)['renameByName']));
  const names = given.flatMap((name) => [name, ...renames.map((rename) => textOf(rename[name])).filter((renamed) => renamed !== '')]);
  const escaped = legend.split(/\{\{[^}]*\}\}/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return { names, pattern: isFixed ? undefined : new RegExp(`^${escaped.join('.*')}$`, 's') };
}
