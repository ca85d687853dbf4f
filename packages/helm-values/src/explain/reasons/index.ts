import { releases } from '@bud-o11y/model';
import { collectorReasons } from './collectors.ts';
import { lokiReasons } from './loki.ts';
import { mimirReasons } from './mimir.ts';
import { alertmanagerReasons, alloyReasons, grafanaReasons, minioReasons, postgresExporterReasons, prometheusReasons } from './others.ts';
import type { Reason } from './reason.ts';
import { tempoReasons } from './tempo.ts';

/** The reasons of a release's values, by its name. */
export const releaseReasons: Readonly<Record<string, readonly Reason[]>> = {
  [releases.alertmanager]: alertmanagerReasons,
  [releases.alloy]: alloyReasons,
  [releases.grafana]: grafanaReasons,
  [releases.loki]: lokiReasons,
  [releases.mimir]: mimirReasons,
  [releases.objectStore]: minioReasons,
  [releases.otelGateway]: collectorReasons,
  [releases.otelSampler]: collectorReasons,
  [releases.postgresExporter]: postgresExporterReasons,
  [releases.prometheus]: prometheusReasons,
  [releases.tempo]: tempoReasons,
};
