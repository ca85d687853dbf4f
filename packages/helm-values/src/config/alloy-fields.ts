import { type LogField, logFields } from '@bud-o11y/model';
import { levelTemplate } from './alloy-levels.ts';

/** A stage that computes one extracted value; an empty result removes the value. */
export interface TemplateStage {
  readonly source: string;
  readonly template: string;
}

interface Elsewhere {
  readonly field: LogField;
  /** What the value is called in the other formats. */
  readonly other: string;
  /** The value as document 4.2 has it, from the other's. */
  readonly value: string;
}

/** The message of structlog, under the name that the pipeline extracts it by. */
const text = 'text';

/** Where the fields of document 4.2 hide in what the services write (platform facts 2.5): structlog, and python-json-logger, whose clock is UTC. */
const elsewhere: readonly Elsewhere[] = [
  { field: logFields.timestamp, other: 'asctime', value: '(printf "%sZ" (replace "," "." (replace " " "T" .asctime)))' },
  { field: logFields.level, other: 'levelname', value: '(lower .levelname)' },
  { field: logFields.logger, other: 'name', value: '.name' },
  { field: logFields.requestId, other: 'correlation_id', value: '.correlation_id' },
  { field: logFields.message, other: text, value: `.${text}` },
];

/** Fields that a query can filter on without parsing the line (document 4.3: they must not be labels). */
export const metadataFields = Object.values(logFields).filter((field) => field.stored === 'metadata').map((field) => field.name);

/** What the JSON stage extracts: the name of the value, and of the field where that differs. */
export const extractedFields: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...new Set([...elsewhere.flatMap(({ field, other }) => [field.name, other]), ...metadataFields])].map((name) => [name, ''])),
  [text]: logFields.event.name,
};

/** The line with the fields of document 4.2 that it lacks, before all else of it. What is no JSON object stays as it is. */
const line = [
  '{{ $new := dict }}',
  ...elsewhere.map(({ field, other, value }) => `{{ if and (not .${field.name}) .${other} }}{{ $_ := set $new "${field.name}" ${value} }}{{ end }}`),
  '{{ if and $new (hasPrefix "{" .Entry) }}{{ trimSuffix "}" (toJson $new) }},{{ trimPrefix "{" .Entry }}{{ else }}{{ .Entry }}{{ end }}',
].join('');

/** structlog's `event` is the message. It is a code where there is a message besides, or where it has the form of one. */
const event = '{{ if or .message (regexMatch "^[a-z][a-z0-9]*([_.][a-z0-9]+)+$" (default "" .event)) }}{{ default "" .event }}{{ end }}';

const otherwise = ({ field, other, value }: Elsewhere): string => `{{ if .${field.name} }}{{ .${field.name} }}{{ else if .${other} }}${value.startsWith('(') ? `{{ ${value.slice(1, -1)} }}` : `{{ ${value} }}`}{{ end }}`;

/** The stages that make one format of all, in this order: the line and the event need to know what the line itself had. Values that are null or empty are not stored. */
export const normalisation: readonly TemplateStage[] = [
  { source: 'line', template: line },
  { source: logFields.event.name, template: event },
  ...elsewhere.filter(({ field }) => field !== logFields.level && field !== logFields.message).map((entry) => ({ source: entry.field.name, template: otherwise(entry) })),
  ...metadataFields.filter((name) => name !== logFields.event.name && !elsewhere.some(({ field }) => field.name === name)).map((name) => ({ source: name, template: `{{ default "" .${name} }}` })),
  { source: logFields.level.name, template: levelTemplate() },
];
