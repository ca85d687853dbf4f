import { renderHelmValues } from '@bud-o11y/helm-values';
import { type Environment, releases } from '@bud-o11y/model';
import { load } from 'js-yaml';

/** One scrape job as Prometheus reads it. */
export type ScrapeJob = Readonly<Record<string, unknown>> & { readonly job_name: string };

/** A configuration of Prometheus, as far as tests look into it. */
export type PrometheusConfig = Readonly<Record<string, unknown>> & { readonly scrape_configs: readonly ScrapeJob[] };

interface Spec {
  readonly scrapeInterval: string;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly remoteWrite: readonly { readonly name: string; readonly url: string; readonly sendExemplars: boolean }[];
  readonly additionalScrapeConfigs: readonly ScrapeJob[];
}

/** What Prometheus is started with: the rendered file, or in a cluster what the operator makes of the rendered values. */
export function prometheusConfig(environment: Environment): PrometheusConfig {
  const text = renderHelmValues(environment).find(({ name }) => name === releases.prometheus)?.text ?? '';
  if (environment.target.kind === 'directory') return load(text) as PrometheusConfig;
  const { prometheus: { prometheusSpec: spec } } = load(text) as { readonly prometheus: { readonly prometheusSpec: Spec } };
  return {
    global: { scrape_interval: spec.scrapeInterval, external_labels: spec.externalLabels },
    remote_write: spec.remoteWrite.map(({ name, url, sendExemplars }) => ({ name, url, send_exemplars: sendExemplars })),
    scrape_configs: spec.additionalScrapeConfigs,
  };
}
