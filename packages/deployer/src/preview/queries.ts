import type { PanelJson, TargetJson } from './dashboard-json.ts';

/** The language that a data source reads, and the program that answers it. */
export interface Language {
  readonly name: 'PromQL' | 'LogQL' | 'TraceQL';
  readonly engine: 'Mimir' | 'Loki' | 'Tempo';
}

const languages: Readonly<Record<string, Language>> = {
  prometheus: { name: 'PromQL', engine: 'Mimir' },
  loki: { name: 'LogQL', engine: 'Loki' },
  tempo: { name: 'TraceQL', engine: 'Tempo' },
};

/** The language of a query. */
export function languageOf({ datasource }: Pick<TargetJson, 'datasource'>): Language | undefined {
  return languages[datasource.type];
}

/** The language of a panel: that of its first query, since no panel of ours mixes them. */
export function languageOfPanel({ targets = [] }: Pick<PanelJson, 'targets'>): Language | undefined {
  return targets[0] === undefined ? undefined : languageOf(targets[0]);
}

/** The text of a query, whatever its data source calls it. */
export function queryText({ expr, query }: TargetJson): string {
  return (expr ?? query ?? '').trim();
}
