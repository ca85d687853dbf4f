import { type Environment, releases } from '@bud-o11y/model';
import { isDirectory } from './addresses.ts';
import { majorOf, minorOf } from './component-version.ts';

/** What of an environment cannot work, and what to do about it. */
export interface Refusal {
  /** Release, or program of a directory, whose artifact has the problem. */
  readonly release: string;
  /** Key of the environment's file. */
  readonly path: string;
  readonly what: string;
  readonly fix: string;
}

type Component = keyof Environment['components'];

/**
 * By component and major: the first minor release whose configuration is written here. No last one: a program says itself that
 * it is too new, while an old one may drop a key or keep a name in silence.
 */
const oldest: Readonly<Record<Component, Readonly<Record<number, number>>>> = {
  mimir: { 2: 17, 3: 0 },
  loki: { 2: 9, 3: 0 },
  tempo: { 2: 10, 3: 0 },
  grafana: { 12: 0, 13: 0 },
  // What is rendered is held against programs of 3 only.
  prometheus: { 3: 0 },
  // The first that has only the second API, and reads matchers as they are written here.
  alertmanager: { 0: 27 },
  // The last before its components were renamed one by one.
  otelCollector: { 0: 143 },
  // From 1.0 on its language and its stable components stay as they are.
  alloy: { 1: 0 },
};

/** Components at a version whose configuration is not written here. */
export function unknownVersions(environment: Environment): readonly Refusal[] {
  return (Object.keys(oldest) as Component[]).flatMap((component) => {
    const from = oldest[component][majorOf(environment, component)];
    if (from !== undefined && minorOf(environment, component) >= from) return [];
    const known = Object.entries(oldest[component]).map(([major, minor]) => `${major}.${minor} or later of ${major}`);
    return [{
      release: artifactOf(component, environment),
      path: `components.${component}`,
      what: `nothing here knows the configuration of ${component} ${environment.components[component]}`,
      fix: `run ${component} ${known.join(', or ')}`,
    }];
  });
}

/** Where a component's version is written. On a directory that of Alertmanager is in the compose file only. */
function artifactOf(component: Component, environment: Environment): string {
  const onDirectory: Partial<Record<Component, string>> = { alertmanager: 'compose', otelCollector: 'otelcol' };
  if (isDirectory(environment)) return onDirectory[component] ?? component;
  return component === 'otelCollector' ? releases.otelGateway : releases[component];
}
