import type { Size, Sizes } from './component.ts';

/** How large an environment is at least, and how much of it may fail: the replicas, and what a part needs to run at all. */
export const profiles = ['local', 'dev', 'staging', 'production'] as const;

/** One of them. An environment names its own: a second production has the profile of the first. */
export type Profile = (typeof profiles)[number];

const size = (replicas: number, cpu: string, memory: string, storage?: string): Size => ({ replicas, cpu, memory, ...(storage === undefined ? {} : { storage }) });

const least = size(1, '100m', '256Mi');
const leastKeeping = size(1, '100m', '256Mi', '2Gi');

const local: Sizes = {
  mimirDistributor: least, mimirIngester: leastKeeping, mimirStoreGateway: leastKeeping, mimirCompactor: leastKeeping, mimirQuerier: least, mimirRuler: least,
  loki: leastKeeping, tempoDistributor: least, tempoLiveStore: least, tempoBlockBuilder: least, tempoQuerier: least,
  grafana: leastKeeping, prometheus: leastKeeping, alertmanager: leastKeeping, otelGateway: least, otelSampler: least, alloy: least,
};

const dev: Sizes = {
  mimirDistributor: size(1, '100m', '256Mi'),
  mimirIngester: size(1, '200m', '1Gi', '10Gi'),
  mimirStoreGateway: size(1, '100m', '512Mi', '5Gi'),
  mimirCompactor: size(1, '100m', '512Mi', '10Gi'),
  mimirQuerier: size(1, '100m', '512Mi'),
  mimirRuler: size(1, '100m', '256Mi'),
  loki: size(1, '200m', '1Gi', '10Gi'),
  tempoDistributor: size(1, '100m', '256Mi'),
  tempoLiveStore: size(1, '100m', '512Mi'),
  tempoBlockBuilder: size(1, '100m', '512Mi'),
  tempoQuerier: size(1, '100m', '256Mi'),
  grafana: size(1, '100m', '512Mi', '2Gi'),
  prometheus: size(1, '300m', '2Gi', '20Gi'),
  alertmanager: size(1, '50m', '128Mi', '1Gi'),
  otelGateway: size(1, '100m', '512Mi'),
  otelSampler: size(1, '100m', '1Gi'),
  alloy: size(1, '100m', '256Mi'),
};

const staging: Sizes = {
  mimirDistributor: size(2, '500m', '512Mi'),
  mimirIngester: size(3, '500m', '2Gi', '20Gi'),
  mimirStoreGateway: size(3, '250m', '1Gi', '10Gi'),
  mimirCompactor: size(1, '250m', '1Gi', '20Gi'),
  mimirQuerier: size(2, '500m', '1Gi'),
  mimirRuler: size(2, '250m', '512Mi'),
  loki: size(3, '500m', '2Gi', '20Gi'),
  tempoDistributor: size(2, '250m', '512Mi'),
  tempoLiveStore: size(3, '250m', '1Gi'),
  tempoBlockBuilder: size(3, '250m', '1Gi'),
  tempoQuerier: size(2, '250m', '512Mi'),
  grafana: size(1, '250m', '1Gi', '5Gi'),
  prometheus: size(1, '1', '4Gi', '50Gi'),
  alertmanager: size(2, '100m', '256Mi', '2Gi'),
  otelGateway: size(2, '500m', '1Gi'),
  otelSampler: size(2, '500m', '2Gi'),
  alloy: size(1, '200m', '512Mi'),
};

/** A failure of one node loses nothing and pages nobody: three of what takes data in, two of what looks at it. */
const production: Sizes = {
  ...staging,
  mimirDistributor: size(3, '500m', '1Gi'),
  mimirQuerier: size(3, '1', '4Gi'),
  mimirRuler: size(2, '1', '2Gi'),
  tempoDistributor: size(3, '500m', '1Gi'),
  tempoQuerier: size(3, '1', '2Gi'),
  grafana: size(2, '500m', '2Gi', '10Gi'),
  prometheus: size(2, '1', '4Gi', '100Gi'),
  alertmanager: size(3, '200m', '512Mi', '5Gi'),
  otelGateway: size(3, '500m', '2Gi'),
  otelSampler: size(3, '1', '4Gi'),
  alloy: size(1, '500m', '1Gi'),
};

/** The least size of every component, by profile. Storage only where a chart makes a volume: Tempo's parts read from Kafka again what they lose. Formulas give more where the load needs more. */
export const leastSizes: Readonly<Record<Profile, Sizes>> = { local, dev, staging, production };
