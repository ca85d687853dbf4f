import { highCPU } from '@bud-o11y/alerts';
import { type Environment, type Query, promql } from '@bud-o11y/model';
import { podCpuOfLimit } from '@bud-o11y/rules';
import { at, resolve } from '../../panels/thresholds.ts';
import { chosen } from '../../selectors.ts';

/** Pods over the share of their CPU limit at which HighCPU fires. */
export function busyPods(environment: Environment): Query {
  return promql`count(${podCpuOfLimit({ namespace: chosen.namespace, service: chosen.service })} > ${resolve(at(highCPU), environment)}) or vector(0)`;
}
