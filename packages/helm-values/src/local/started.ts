import type { Environment } from '@bud-o11y/model';
import { loopbackPorts, portOf } from '../addresses.ts';

/** How one program of a directory target is started, from the target's root: all paths in its files begin there. */
export interface StartedProgram {
  readonly name: string;
  /** What its release calls the binary. */
  readonly binary: string;
  readonly args: readonly string[];
  /** Its image, at the version that the environment runs. Named for those who have Docker; nothing here depends on one. */
  readonly image: string;
  /** Programs that it calls from its first second on. */
  readonly after: readonly string[];
}

/** Every program of the stack, callers after those that they call. */
export function startedPrograms({ components, retention, urls }: Environment): readonly StartedProgram[] {
  return [
    {
      // An address that has no YAML key: without it Mimir looks for eth0, which a machine may not have.
      name: 'mimir', binary: 'mimir', args: ['-config.file=mimir/mimir.yaml', '-query-frontend.instance-addr=127.0.0.1'],
      image: `grafana/mimir:${components.mimir}`, after: [],
    },
    { name: 'loki', binary: 'loki', args: ['-config.file=loki/loki.yaml'], image: `grafana/loki:${components.loki}`, after: [] },
    { name: 'tempo', binary: 'tempo', args: ['-config.file=tempo/tempo.yaml'], image: `grafana/tempo:${components.tempo}`, after: [] },
    {
      // One Alertmanager gossips with nobody: its cluster port stays closed.
      name: 'alertmanager', binary: 'alertmanager',
      args: ['--config.file=alertmanager/alertmanager.yaml', '--storage.path=alertmanager/data', `--web.listen-address=127.0.0.1:${portOf(urls.alertmanager)}`, '--cluster.listen-address='],
      image: `prom/alertmanager:v${components.alertmanager}`, after: [],
    },
    {
      // The hot tier of document 8; without the flag Prometheus keeps 15 days.
      name: 'prometheus', binary: 'prometheus',
      args: ['--config.file=prometheus/prometheus.yml', '--storage.tsdb.path=prometheus/data', `--storage.tsdb.retention.time=${retention.metricsHot}`, '--enable-feature=exemplar-storage', `--web.listen-address=127.0.0.1:${portOf(urls.prometheus)}`],
      image: `prom/prometheus:v${components.prometheus}`, after: ['mimir', 'alertmanager'],
    },
    { name: 'otelcol', binary: 'otelcol-contrib', args: ['--config=otelcol/otelcol.yaml'], image: `otel/opentelemetry-collector-contrib:${components.otelCollector}`, after: ['mimir', 'tempo'] },
    { name: 'alloy', binary: 'alloy', args: ['run', '--storage.path=alloy/data', `--server.http.listen-addr=127.0.0.1:${loopbackPorts.alloy}`, 'alloy/config.alloy'], image: `grafana/alloy:v${components.alloy}`, after: ['loki'] },
    { name: 'grafana', binary: 'grafana', args: ['server', '--homepath', '$GRAFANA_HOME', '--config', 'grafana/grafana.ini'], image: `grafana/grafana:${components.grafana}`, after: ['mimir', 'loki', 'tempo'] },
  ];
}
