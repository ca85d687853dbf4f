import { type LogField, logFields, propagationHeaders } from '@bud-o11y/model';

/** A format that services of the platform write (platform facts 2.5), one JSON object per line or text. */
export interface LogFormat {
  readonly name: string;
  readonly writtenBy: readonly string[];
  /** What must be switched on for it to be read. */
  readonly needs?: string;
}

/** Every format, the document's own (4.2) first: what of it is in the others, the shipper renames. */
export const logFormats: readonly LogFormat[] = [
  { name: 'document 4.2', writtenBy: [], needs: 'nobody writes it as it stands: it is what the others become, and what is asked of new services' },
  { name: 'structlog, JSON', writtenBy: ['budapp', 'budeval', 'budnotify', 'budpipeline'] },
  { name: 'python-json-logger', writtenBy: ['budcluster', 'budsim', 'budmodel', 'budmetrics', 'askbud', 'buddoc', 'budprompt'] },
  { name: 'text', writtenBy: ['budgateway', 'daprd'], needs: 'JSON instead: `--log-format json` for `budgateway`, the annotation `dapr.io/log-as-json: "true"` for the sidecars; text is kept, at the level `unknown`' },
];

const header = propagationHeaders[1].header;

/** What services must log for a field to have a value, besides what the shipper makes of the formats; absent where every format has it. */
export const logFieldNeeds: Readonly<Partial<Record<LogField['name'], string>>> = {
  [logFields.event.name]: 'services log event codes such as `login_failed`; structlog\'s `event` is the free text of the message, and is taken for that',
  [logFields.userId.name]: 'services log it; today none does',
  [logFields.tenantId.name]: 'services log it; today none does',
  [logFields.requestId.name]: `services log the header ${header}; today \`budpipeline\` does, as \`correlation_id\``,
  [logFields.durationMs.name]: 'services log it; today none does',
  [logFields.traceId.name]: 'services log the trace id of the current span',
};
