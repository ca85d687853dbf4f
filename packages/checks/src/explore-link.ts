import { type QueryLanguage, datasources } from '@bud-o11y/model';

const explore = '/explore?';

/** The language of the store that a link opens in Explore, by the fixed UID of its data source; undefined for every other link. */
export function exploresLanguage(url: string): QueryLanguage | undefined {
  if (!url.startsWith(explore)) return undefined;
  const panes = new URLSearchParams(url.slice(explore.length)).get('panes') ?? '';
  return Object.values(datasources).find(({ uid }) => panes.includes(`"datasource":"${uid}"`))?.language;
}
