import { alloyFile } from './config/alloy.ts';
import { lokiYaml, mimirYaml, tempoYaml } from './config/backends-local.ts';
import { grafanaDashboards, grafanaFile } from './config/grafana.ts';
import { otelcolYaml } from './config/otel-local.ts';
import { prometheusYml } from './config/prometheus-local.ts';
import { composeFile } from './local/compose.ts';
import type { ProgramConfig } from './program.ts';

/** Every file of a directory target's programs, in file order. Alertmanager's is the alerts project's. */
export const programs = [composeFile, alloyFile, grafanaDashboards, grafanaFile, lokiYaml, mimirYaml, otelcolYaml, prometheusYml, tempoYaml] as const satisfies readonly ProgramConfig[];
