import { type Environment, streamLabels } from '@bud-o11y/model';
import { extractedFields, metadataFields, normalisation } from './alloy-fields.ts';
import { list, map, quoted } from './alloy-text.ts';

/** The pipeline that every line goes through: parse, normalise, label, thin out, limit. Ends in the given receivers. */
export function logPipeline(environment: Environment, receivers: readonly string[]): string {
  return `loki.process "bud" {
	stage.json {
		expressions = ${map(extractedFields, 2)}
	}

${normalisation.map(({ source, template: text }) => template(source, text)).join('\n')}
	stage.timestamp {
		source           = "timestamp"
		format           = "RFC3339Nano"
		fallback_formats = ["2006-01-02T15:04:05.999999"]
	}

	stage.output {
		source = "line"
	}

	stage.labels {
		values = { level = "" }
	}

	stage.structured_metadata {
		values = ${map(Object.fromEntries(metadataFields.map((name) => [name, ''])), 2)}
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
