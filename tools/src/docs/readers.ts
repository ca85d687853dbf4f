import { renderAlerts } from '@bud-o11y/alerts';
import { renderDashboards } from '@bud-o11y/dashboards';
import { type Artifact, type Environment, type Query, catalogSeries, metricsRead } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';

/** What stays silent without a metric or a field: alerts by name, panels as `dashboard: title`. Sorted. */
export interface Readers {
  readonly alerts: readonly string[];
  readonly panels: readonly string[];
}

/** Finds who reads a metric of the catalog (by the name of its specification), directly or through recordings, or a log field. */
export interface ReaderIndex {
  ofMetric(name: string): Readers;
  ofField(name: string): Readers;
}

interface Use {
  readonly kind: 'alert' | 'panel' | 'recording';
  readonly name: string;
  readonly query: Query;
}

/** Reads all that an environment renders. */
export function readersIn(environment: Environment): ReaderIndex {
  const uses = [...renderRules(environment), ...renderAlerts(environment), ...renderDashboards(environment)].flatMap(usesOf);
  const recorded = Map.groupBy(uses.filter(({ kind }) => kind === 'recording'), ({ name }) => name);

  /** Specifications of the catalog that a query rests on. Recordings never go in circles: they are evaluated in order. */
  function metricsOf(query: Query): readonly string[] {
    return metricsRead(query).flatMap((series) => {
      const known = catalogSeries.get(series);
      return known === undefined ? (recorded.get(series) ?? []).flatMap((use) => metricsOf(use.query)) : [known.spec.name];
    });
  }

  const read = uses.filter(({ kind }) => kind !== 'recording').map((use) => ({ ...use, metrics: new Set(metricsOf(use.query)), fields: new Set(use.query.language === 'logql' ? use.query.names : []) }));
  const named = (kind: Use['kind'], found: readonly Use[]): readonly string[] => [...new Set(found.filter((use) => use.kind === kind).map(({ name }) => name))].toSorted();
  const readers = (found: readonly Use[]): Readers => ({ alerts: named('alert', found), panels: named('panel', found) });
  return {
    ofMetric: (name) => readers(read.filter(({ metrics }) => metrics.has(name))),
    ofField: (name) => readers(read.filter(({ fields }) => fields.has(name))),
  };
}

function usesOf(artifact: Artifact): readonly Use[] {
  if (artifact.kind === 'recording-rules' || artifact.kind === 'alert-rules') {
    return artifact.data.groups[0].rules.flatMap((rule, index): readonly Use[] => {
      const query = artifact.queries[index]?.query;
      return query === undefined ? [] : [{ kind: rule.alert === undefined ? 'recording' : 'alert', name: rule.alert ?? rule.record ?? '', query }];
    });
  }
  if (artifact.kind !== 'dashboard') return [];
  return artifact.queries.flatMap(({ at, query }): readonly Use[] => {
    const title = /^panel \d+ (.+) target \w+$/.exec(at)?.[1];
    return title === undefined ? [] : [{ kind: 'panel', name: `${artifact.name}: ${title}`, query }];
  });
}
