import { type Environment, logFields, streamLabels } from '@bud-o11y/model';
import { levelTemplate } from './alloy-levels.ts';
import { list, map, quoted } from './alloy-text.ts';

/** Fields that a query can filter on without parsing the line (document 4.3: they must not be labels). */
const metadata = Object.values(logFields).filter((field) => field.stored === 'metadata').map((field) => field.name);

/** Where a field hides in the three formats that the services write: structlog, python-json-logger, and the document's own. */
const elsewhere: Readonly<Record<string, string>> = { logger: 'name', request_id: 'correlation_id', timestamp: 'asctime' };

/** Prefers the documented field, takes the other name otherwise. */
function either(field: string, other: string): string {
  return `{{ default "" (coalesce .${field} .${other}) }}`;
}

/** An event code stays a code; structlog's `event` is free text and no code, and an empty value is not stored. */
const eventTemplate = '{{ if regexMatch "^[a-z][a-z0-9_.]*$" (default "" .event) }}{{ .event }}{{ end }}';

/** structlog writes the message as `event`: the line gets the `message` that document 4.2 promises, and keeps all else. */
const lineTemplate = '{{ if and (not .message) .text (hasPrefix "{" .Entry) }}{"message":{{ toJson .text }},{{ trimPrefix "{" .Entry }}{{ else }}{{ .Entry }}{{ end }}';

/** The pipeline that every line goes through: parse, normalise, label, thin out, limit. Ends in the given receivers. */
export function logPipeline(environment: Environment, receivers: readonly string[]): string {
  const fields = [...new Set(['timestamp', 'level', 'levelname', 'message', ...metadata, ...Object.values(elsewhere)])];
  return `loki.process "bud" {
	stage.json {
		expressions = ${map(Object.fromEntries([...fields.map((name) => [name, ''] as const), ['text', 'event'] as const]), 2)}
	}

${Object.entries(elsewhere).map(([field, other]) => template(field, either(field, other))).join('\n')}
	stage.timestamp {
		source           = "timestamp"
		format           = "RFC3339Nano"
		fallback_formats = ["2006-01-02 15:04:05,000", "2006-01-02T15:04:05.999999"]
	}

${template('level', levelTemplate())}
${template('line', lineTemplate)}
	stage.output {
		source = "line"
	}

${template('event', eventTemplate)}
	stage.labels {
		values = { level = "" }
	}

	stage.structured_metadata {
		values = ${map(Object.fromEntries(metadata.map((name) => [name, ''])), 2)}
	}

${debugLines(environment.sampling.debugLogs)}	stage.limit {
		rate          = ${environment.sampling.logLinesPerSecond}
		burst         = ${environment.sampling.logLinesPerSecond * 2}
		drop          = true
		by_label_name = "app"
	}

	stage.label_keep {
		values = ${list(Object.keys(streamLabels))}
	}

	forward_to = [${receivers.join(', ')}]
}
`;
}

function template(source: string, text: string): string {
  return `	stage.template {
		source   = ${quoted(source)}
		template = ${quoted(text)}
	}
`;
}

/** Document 9.2, sampling: the share of debug lines that is kept. All of them need no stage, none of them is a drop. */
function debugLines(share: number): string {
  if (share === 1) return '';
  const stage = share === 0 ? '\t\taction   = "drop"\n' : `
		stage.sampling {
			rate                = ${share}
			drop_counter_reason = "debug_sampling"
		}
`;
  return `	stage.match {
		selector = "{level=\\"debug\\"}"
${stage}	}

`;
}
