import { renderHelmValues } from '@bud-o11y/helm-values';
import { type Environment, releases } from '@bud-o11y/model';
import { load } from 'js-yaml';

type Components = Record<string, Record<string, unknown>>;

/** A collector's configuration as far as tests look into it. */
export interface CollectorConfig {
  processors: Components;
  exporters: Components;
  connectors?: Components;
  service: { pipelines: Record<string, { receivers: string[]; processors: string[]; exporters: string[] }> };
}

/** One configuration of a collector, read back from the text that is applied. */
export interface RenderedCollector {
  readonly name: string;
  readonly config: CollectorConfig;
}

/** Every collector configuration of an environment: of chart values, or of the program that is started by hand. */
export function renderedCollectors(environment: Environment): readonly RenderedCollector[] {
  const names: ReadonlySet<string> = new Set([releases.otelGateway, releases.otelSampler, 'otelcol']);
  return renderHelmValues(environment).filter(({ name }) => names.has(name)).map(({ name, text }) => {
    const values = load(text) as { readonly alternateConfig?: CollectorConfig } & CollectorConfig;
    return { name, config: values.alternateConfig ?? values };
  });
}

/** The exporter that the collector of the tests cannot be built with, and the one that takes its place there. The only one of its kind. */
export const standIn = { for: 'awss3', is: 'debug' } as const;

/** The configuration with the stand-in; `print` is told of it where it is needed. */
export function withStandIn({ name, config }: RenderedCollector, print: (line: string) => void): CollectorConfig {
  if (!(standIn.for in config.exporters)) return config;
  print(`${name}: ${standIn.is} stands in for the exporter ${standIn.for}, which is not part of the collector that tests can build`);
  const pipelines = Object.entries(config.service.pipelines).map(([id, pipeline]) => [id, { ...pipeline, exporters: pipeline.exporters.map((exporter) => (exporter === standIn.for ? standIn.is : exporter)) }] as const);
  return { ...config, exporters: { ...Object.fromEntries(Object.entries(config.exporters).filter(([id]) => id !== standIn.for)), [standIn.is]: {} }, service: { ...config.service, pipelines: Object.fromEntries(pipelines) } };
}
