/** Grafana's named colours that the dashboards use; the stylesheet gives each a light and a dark tone. */
const named = ['green', 'orange', 'red', 'blue', 'purple'];

/** Distinct hues for series without a meaning of their own, `--series-0` and on in the stylesheet. */
export const seriesHues = 8;

/** The colour of an area or a line, as CSS. What has no name of ours is grey: only names are trusted inside a style. */
export function fill(colour: string): string {
  if (colour === 'text') return 'var(--ink)';
  return named.includes(colour) ? `var(--${colour})` : 'var(--grey)';
}

/** The same colour for text on the page, dark or light enough to be read. */
export function ink(colour: string): string {
  if (colour === 'text') return 'var(--ink)';
  return named.includes(colour) ? `var(--${colour}-ink)` : 'var(--grey-ink)';
}

/** The hue of the nth series of a chart. */
export function seriesColour(place: number): string {
  return `var(--series-${place % seriesHues})`;
}

/** The place of each name among all of a panel: hues go by name, whatever order the engine answers in. */
export function placesByName(series: readonly { readonly name: string }[]): ReadonlyMap<string, number> {
  return new Map([...new Set(series.map(({ name }) => name))].sort().map((name, place) => [name, place]));
}
