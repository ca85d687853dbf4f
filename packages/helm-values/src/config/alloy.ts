import type { Environment } from '@bud-o11y/model';
import { isDirectory } from '../addresses.ts';
import type { ProgramConfig } from '../program.ts';
import { logPipeline } from './alloy-process.ts';
import { ruleSync } from './alloy-rules.ts';
import { fileLogs, podLogs } from './alloy-sources.ts';
import { quoted } from './alloy-text.ts';

/** The whole of `config.alloy`: logs to Loki (documents 4.2, 4.3 and 9.2), and in a cluster the rules to the rulers. */
export function alloyConfig(environment: Environment): string {
  const local = isDirectory(environment);
  const archived = !local && environment.retention.logArchive !== undefined;
  const receivers = ['loki.write.default.receiver', ...(archived ? ['otelcol.receiver.loki.archive.receiver'] : [])];
  return [
    local ? fileLogs(environment) : podLogs(environment),
    logPipeline(environment, receivers),
    lokiWrite(environment),
    ...(archived ? [archive(environment)] : []),
    ...(local ? [] : [ruleSync(environment)]),
  ].join('\n');
}

function lokiWrite(environment: Environment): string {
  return `loki.write "default" {
	endpoint {
		url = ${quoted(`${environment.urls.loki}/loki/api/v1/push`)}
	}
}
`;
}

/** The archive's bucket is written by the gateway collector: here the exporter for it is still experimental. */
function archive(environment: Environment): string {
  return `otelcol.receiver.loki "archive" {
	output {
		logs = [otelcol.exporter.otlp.archive.input]
	}
}

otelcol.exporter.otlp "archive" {
	client {
		endpoint = ${quoted(environment.urls.otlpGrpc)}

		tls {
			insecure = true
		}
	}
}
`;
}

/** Started as `alloy run --storage.path=alloy/data alloy/config.alloy`. */
export const alloyFile: ProgramConfig = { name: 'alloy', program: 'alloy', file: 'config.alloy', source: 'config/alloy.ts', layer: 'collectors', content: alloyConfig };
