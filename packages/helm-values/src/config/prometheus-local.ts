import type { Environment } from '@bud-o11y/model';
import { portOf } from '../addresses.ts';
import type { ProgramConfig } from '../program.ts';
import { loopbackScrapes } from '../scrape/loopback.ts';

function prometheusConfig(environment: Environment): Readonly<Record<string, unknown>> {
  return {
    global: { scrape_interval: environment.scrapeInterval, evaluation_interval: environment.scrapeInterval, external_labels: { k8s_cluster: environment.k8sCluster } },
    // Relative to this file, as Prometheus reads it.
    rule_files: ['rules/*.yaml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${portOf(environment.urls.alertmanager)}`] }] }] },
    remote_write: [{ name: 'mimir', url: `${environment.urls.mimir}/api/v1/push`, send_exemplars: true }],
    storage: { exemplars: { max_exemplars: 10_000 } },
    scrape_configs: loopbackScrapes(environment),
  };
}

/** What is no key of this file, such as how long samples are kept, is a flag in `local/started.ts`. */
export const prometheusYml: ProgramConfig = { name: 'prometheus', program: 'prometheus', file: 'prometheus.yml', source: 'config/prometheus-local.ts', layer: 'collectors', content: prometheusConfig };
