import type { Chart } from './chart.ts';
import { alertmanager } from './charts/alertmanager.ts';
import { alloy } from './charts/alloy.ts';
import { grafana } from './charts/grafana.ts';
import { loki } from './charts/loki.ts';
import { mimir } from './charts/mimir.ts';
import { minio } from './charts/minio.ts';
import { otelGateway } from './charts/otel-gateway.ts';
import { otelSampler } from './charts/otel-sampler.ts';
import { postgresExporter } from './charts/postgres-exporter.ts';
import { prometheus } from './charts/prometheus.ts';
import { tempo } from './charts/tempo.ts';

/** Every Helm release, in file order. One file each under charts/; add a line here. */
export const charts = [alertmanager, alloy, grafana, loki, mimir, minio, otelGateway, otelSampler, postgresExporter, prometheus, tempo] as const satisfies readonly Chart[];
