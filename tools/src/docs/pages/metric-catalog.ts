import { type LabelSpec, type MetricSpec, logFields, metricSpecs, spanAttributes, streamLabels, targetLabels } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { code, page, table } from '../markdown.ts';

/** Every name that a query may use: metrics, recorded series, log labels and fields, span attributes. */
export function metricCatalog(): string {
  return page(
    'Metrics, logs and traces',
    '`packages/model/src/catalog/` and `packages/rules/src/groups/`',
    '## Metrics',
    'Origin: `document` = the architecture document promises it, `real` = a program exports it, `proposed` = asked of the services.',
    table(['metric', 'type', 'unit', 'meaning', 'own labels', 'buckets', 'origin', 'source'], metricSpecs.map(metricRow)),
    '## Labels of every metric',
    table(['label', 'meaning', 'values at most'], Object.entries(targetLabels).map(labelRow)),
    '## Recorded series',
    table(['series', 'group', 'labels', 'meaning'], recordingGroups.flatMap((group) => group.series.map((series) => [code(series.metric), code(group.name), Object.keys(series.spec.labels).map(code).join(', '), series.spec.help]))),
    '## Labels of log streams',
    table(['label', 'meaning', 'values at most'], Object.entries(streamLabels).map(labelRow)),
    '## Fields of log lines',
    table(['field', 'type', 'meaning', 'stored', 'source'], Object.values(logFields).map(({ name, type, help, stored, source }) => [code(name), type, help, stored, source])),
    '## Attributes of spans',
    table(['attribute', 'meaning'], Object.entries(spanAttributes).map(([name, help]) => [code(name), help])),
  );
}

function metricRow({ name, type, unit, help, labels, buckets, provenance, source }: MetricSpec): readonly string[] {
  const own = Object.keys(labels).filter((label) => !(label in targetLabels));
  return [code(name), type, unit, help, own.map(code).join(', '), buckets?.join(', ') ?? '', provenance, source];
}

function labelRow([name, { help, cardinality, values }]: readonly [string, LabelSpec]): readonly string[] {
  return [code(name), values === undefined ? help : `${help}: ${values.map(code).join(', ')}`, String(cardinality)];
}
