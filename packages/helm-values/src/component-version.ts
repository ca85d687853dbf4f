import type { Environment } from '@bud-o11y/model';

type Component = keyof Environment['components'];

/** First number of a component's version in an environment. */
export function majorOf({ components }: Environment, component: Component): number {
  return Number(components[component].split('.')[0]);
}

/** Second number of a component's version in an environment. */
export function minorOf({ components }: Environment, component: Component): number {
  return Number(components[component].split('.')[1]);
}
