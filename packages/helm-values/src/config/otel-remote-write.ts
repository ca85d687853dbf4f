import type { Environment } from '@bud-o11y/model';
import { otelComponent } from './otel-components.ts';
import type { OtelComponents } from './otel-common.ts';

/** The exporter of what a collector counts itself, straight to Mimir: nothing scrapes these series. */
export function remoteWrite(environment: Environment): { readonly id: string; readonly exporters: OtelComponents } {
  const id = otelComponent('remoteWrite', environment.components.otelCollector);
  return {
    id,
    exporters: {
      [id]: {
        endpoint: `${environment.urls.mimir}/api/v1/push`,
        external_labels: { k8s_cluster: environment.k8sCluster },
        // One series per service and replica that nothing reads.
        target_info: { enabled: false },
        disable_scope_info: true,
      },
    },
  };
}
