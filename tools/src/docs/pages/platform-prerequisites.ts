import { type MetricOrigin, daprAnnotations, daprConfiguration, logFieldNeeds, logFormats, originOf } from '@bud-o11y/helm-values';
import { environmentNamed, logFields, metricSpecs, propagationHeaders, services, yamlText } from '@bud-o11y/model';
import { code, table } from '../markdown.ts';
import { type Readers, readersIn } from '../readers.ts';

/** What the platform itself must switch on, per metric and log field, and what stays silent until it has. Alerts and panels are those of production. */
export function platformPrerequisites(): readonly string[] {
  return [
    '## On the platform: metrics',
    'A metric of the catalog comes from a scrape job, from the spans that the collectors count, or from the rulers. Those that the platform must do something for, with the alerts and panels of `production` that stay silent until it has:',
    metricsTable(),
    `Scrape jobs wait for exporters that nothing here brings, at these ports of pods with the label \`app.kubernetes.io/name\`: ${exporters().join(', ')}. Nothing reads their series yet.`,
    `Without further ado: ${metricSpecs.filter(({ name }) => originOf(name)?.needs === undefined).map(({ name }) => code(name)).join(', ')}.`,
    '## On the platform: logs',
    table(['format', 'written by', 'switch on'], logFormats.map(({ name, writtenBy, needs }) => [name, writtenBy.map(code).join(', '), needs ?? ''])),
    'Fields that need more than one of these formats; all others are there:',
    table(['field', 'switch on', 'alerts that stay silent', 'panels that stay empty'], fieldRows()),
    '## On the platform: traces',
    `Every service that traces sends OTLP to the gateway collector of its environment and samples nothing itself (\`OTEL_TRACES_SAMPLER=parentbased_always_on\`, \`OTEL_PROPAGATORS=tracecontext,baggage\`); a service that does not set the span attribute \`request_id\` captures the header instead (\`OTEL_INSTRUMENTATION_HTTP_CAPTURE_HEADERS_SERVER_REQUEST=${propagationHeaders[1].header}\`).`,
    table(['header', 'format', 'use'], propagationHeaders.map(({ header, format, use }) => [code(header), format, use])),
    `Dapr sidecars need this object in the namespace of the services, here that of \`production\`, and their pods the annotations ${Object.entries(daprAnnotations).map(([key, value]) => code(`${key}: "${value}"`)).join(' and ')}. The chart of the platform brings neither:`,
    daprBlock(),
  ];
}

/** Dependencies of the platform that have a job; PostgreSQL's exporter is applied here. */
function exporters(): readonly string[] {
  return Object.values(services).filter(({ language, team, name }) => language === 'external' && team !== 'observability' && name !== services.postgresql.name).map(({ name, ports }) => `${code(name)} ${ports.metrics}`);
}

function metricsTable(): string {
  const readers = readersIn(environmentNamed('production'));
  const needed = Map.groupBy(metricSpecs.filter(({ name }) => originOf(name)?.needs !== undefined), ({ name }) => originOf(name));
  return table(
    ['metrics', 'come from', 'switch on', 'alerts that stay silent', 'panels that stay empty'],
    [...needed].map(([origin, specs]) => [specs.map(({ name }) => code(name)).join(', '), from(origin), origin?.needs ?? '', ...silent(specs.map(({ name }) => readers.ofMetric(name)))]),
  );
}

function from(origin: MetricOrigin | undefined): string {
  if (origin === undefined) return '';
  if (origin.from === 'rulers') return 'the rulers';
  if ('pipeline' in origin.from) return `spans, pipeline ${code(origin.from.pipeline)}`;
  return origin.from.job === '*' ? 'every scrape job' : `job ${code(origin.from.job)}`;
}

function fieldRows(): readonly (readonly string[])[] {
  const readers = readersIn(environmentNamed('production'));
  return Object.values(logFields).flatMap(({ name }) => {
    const needs = logFieldNeeds[name];
    return needs === undefined ? [] : [[code(name), needs, ...silent([readers.ofField(name)])]];
  });
}

function silent(readers: readonly Readers[]): readonly [alerts: string, panels: string] {
  const all = (of: (one: Readers) => readonly string[]): string => [...new Set(readers.flatMap(of))].toSorted().join(', ');
  return [all(({ alerts }) => alerts), all(({ panels }) => panels)];
}

function daprBlock(): string {
  const environment = environmentNamed('production');
  const [namespace] = environment.namespaces.apps;
  return `\`\`\`yaml\n${yamlText(daprConfiguration(environment, namespace ?? environment.name))}\`\`\``;
}
