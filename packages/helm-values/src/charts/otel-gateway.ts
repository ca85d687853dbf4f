import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { otelGatewayConfig } from '../config/otel-gateway.ts';
import { chartPins } from '../pins.ts';
import { autoscaling } from '../profiles.ts';
import { type OtelGatewayValues, otelGatewaySchema } from '../schemas/otel-gateway.ts';
import { objectStoreEnv } from '../secrets.ts';
import { otelValues } from './otel-collector.ts';

/** Names under which the archive's exporter looks for its credentials. */
const awsVariables = { id: 'AWS_ACCESS_KEY_ID', key: 'AWS_SECRET_ACCESS_KEY' } as const;

/** First tier of the collectors: the address that services send OTLP to. */
export const otelGateway: Chart<OtelGatewayValues> = {
  release: releases.otelGateway,
  pin: chartPins.otelCollector,
  layer: 'collectors',
  schema: otelGatewaySchema,
  values: (environment) => ({
    mode: 'deployment',
    ...otelValues(environment, releases.otelGateway, environment.sizes.otelGateway, otelGatewayConfig(environment)),
    ...autoscaling(environment, environment.sizes.otelGateway.replicas),
    ...(environment.retention.logArchive === undefined ? {} : { extraEnvs: objectStoreEnv(environment, awsVariables) }),
    clusterRole: {
      create: true,
      name: `${releases.otelGateway}-${environment.name}`,
      rules: [
        { apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list', 'watch'] },
      ],
      clusterRoleBinding: { name: `${releases.otelGateway}-${environment.name}` },
    },
  }),
};
