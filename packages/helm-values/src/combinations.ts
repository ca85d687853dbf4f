import { type Environment, type Problem, releases } from '@bud-o11y/model';
import { isDirectory } from './addresses.ts';
import { majorOf } from './component-version.ts';
import { type Refusal, unknownVersions } from './known-versions.ts';
import { type ChartPin, chartPins } from './pins.ts';
import { told } from './value-problems.ts';

/** What of an environment's versions, write paths and sizes cannot work together, with the reason. */
export function combinationProblems(environment: Environment): readonly Problem[] {
  const refusals = [...unknownVersions(environment), ...(isDirectory(environment) ? inDirectory(environment) : inCluster(environment))];
  return refusals.map(({ release, path, what, fix }) => ({
    code: 'values-combination',
    severity: 'error',
    where: { file: `packages/model/src/environments/${environment.name}.ts`, artifact: `${isDirectory(environment) ? 'program-config' : 'helm-values'}:${release}`, path },
    what: `${told({ environment: environment.name, release, file: '' })}: ${what}`,
    why: 'the program does not start, or takes nothing that is sent to it',
    fix,
  }));
}

function inDirectory({ mimirWritePath }: Environment): readonly Refusal[] {
  return mimirWritePath === 'classic' ? [] : [{ release: releases.mimir, path: 'mimirWritePath', what: 'ingest storage needs a Kafka, and a directory has none', fix: "set mimirWritePath: 'classic'" }];
}

function inCluster(environment: Environment): readonly Refusal[] {
  return [...otherThanChart(environment), ...ingestStorage(environment), ...tempoPartitions(environment)];
}

/** Charts that write a configuration of their own below ours: for another major they write keys that it refuses. */
const writing: readonly { readonly component: 'mimir' | 'loki' | 'tempo' | 'grafana'; readonly pin: ChartPin }[] = [
  { component: 'mimir', pin: chartPins.mimir },
  { component: 'loki', pin: chartPins.loki },
  { component: 'tempo', pin: chartPins.tempo },
  { component: 'grafana', pin: chartPins.grafana },
];

function otherThanChart(environment: Environment): readonly Refusal[] {
  return writing
    .filter(({ component, pin }) => majorOf(environment, component) !== Number(pin.appVersion.split('.')[0]))
    .map(({ component, pin }) => ({
      release: releases[component],
      path: `components.${component}`,
      what: `the chart ${pin.name} ${pin.version} writes the configuration of ${component} ${pin.appVersion}, and ${environment.components[component]} refuses keys of it`,
      fix: `run the major of ${pin.appVersion}, or pin a chart that is made for ${environment.components[component]} in packages/helm-values/src/pins.ts`,
    }));
}

function ingestStorage(environment: Environment): readonly Refusal[] {
  const { kafka, mimirWritePath, sizes } = environment;
  if (mimirWritePath === 'classic') return [];
  const refused = (path: string, what: string, fix: string): Refusal => ({ release: releases.mimir, path, what, fix });
  if (majorOf(environment, 'mimir') < 3) return [refused('mimirWritePath', 'ingest storage is made for production in Mimir 3 only', "set mimirWritePath: 'classic', or run Mimir 3")];
  if (kafka === undefined) return [refused('kafka', 'ingest storage writes through Kafka, and the environment names none', "set kafka, or mimirWritePath: 'classic'")];
  return kafka.partitions >= sizes.mimirIngester.replicas ? [] : [refused('kafka.partitions', `${sizes.mimirIngester.replicas} ingesters read a partition each, and there are ${kafka.partitions}: the others would idle`, `set kafka.partitions to ${sizes.mimirIngester.replicas} at least`)];
}

/** Tempo 3 in several processes hands spans over by Kafka; each partition has one live store and one block builder. */
function tempoPartitions(environment: Environment): readonly Refusal[] {
  const { kafka, sizes } = environment;
  if (majorOf(environment, 'tempo') < 3) return [];
  const refused = (path: string, what: string, fix: string): Refusal => ({ release: releases.tempo, path, what, fix });
  if (kafka === undefined) return [refused('kafka', 'Tempo 3 in several processes hands its spans over by Kafka, and the environment names none', 'set kafka')];
  return (['tempoLiveStore', 'tempoBlockBuilder'] as const)
    .filter((part) => sizes[part].replicas !== kafka.partitions)
    .map((part) => refused(`sizeOverrides.${part}.replicas`, `${sizes[part].replicas} of them for ${kafka.partitions} partitions: a partition that nobody reads is lost, a reader without one idles`, `leave sizeOverrides.${part}.replicas out: it follows from kafka.partitions`));
}
