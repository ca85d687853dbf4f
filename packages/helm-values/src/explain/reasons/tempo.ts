import { reason } from './reason.ts';

const config = 'tempo.structuredConfig';

/** Why Tempo's values are as they are, where the environment's key does not say it. */
export const tempoReasons = [
  reason('reportingEnabled', 'nothing is reported to the vendor', 'document 10'),
  reason(`${config}.usage_report`, 'nothing is reported to the vendor', 'document 10'),
  reason(`${config}.overrides.defaults.ingestion`, 'spans that Tempo takes before it refuses; far above what the samplers keep', 'document 5.1'),
  reason(`${config}.overrides.defaults.global`, 'the largest trace; Tempo\'s default of 5 MB cuts long inferences', 'document 5.1'),
  reason(`${config}.storage`, 'one bucket; the chart asks for it here too', 'document 5.1'),
  reason(`${config}.live_store`, 'when a trace is complete and a block is cut; the document\'s 1 MB would make thousands of blocks', 'document 5.1'),
  reason(`${config}.block_builder`, 'when a block is cut; the document\'s 1 MB would make thousands of blocks', 'document 5.1'),
  reason(`${config}.query_frontend`, 'a search may cover everything that is kept', 'document 8'),
  reason('overrides', 'the chart writes its own unless they stand here too', 'chart'),
  reason('storage', 'the chart asks for it beside the configuration', 'chart'),
  reason('traces', 'off in the chart: without these nothing is received', 'chart'),
  reason('blockBuilder.config', 'one partition each, so that builders and partitions are as many', 'Tempo'),
  reason('memcached', 'worth its memory from two queriers on', 'chart'),
  reason('cache', 'without memcached the chart still names one', 'chart'),
  reason('queryFrontend.resources', 'holds what of a search came back so far', 'packages/helm-values/src/resources.ts'),
  reason('backendScheduler', 'holds the list of blocks, and hands out their compaction', 'packages/helm-values/src/resources.ts'),
  reason('backendWorker', 'reads several blocks at once and writes one', 'packages/helm-values/src/resources.ts'),
  reason('queryFrontend.replicas', 'a stateless front: two are enough', 'Tempo'),
] as const;
