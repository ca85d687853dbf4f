import type { EnvironmentName } from '@bud-o11y/model';
import type { CheckId } from './index.ts';

/** A finding that is accepted for a while. It stops counting after its last day, and it is a Problem when it hides nothing. */
export interface Suppression {
  readonly check: CheckId;
  /** Each environment in which there is something to hide; `every` for what lies in a dashboard itself, wherever it is shown. */
  readonly environments: readonly EnvironmentName[] | 'every';
  /** Artifact id; without it the suppression covers findings on any artifact, and those on none. */
  readonly artifact?: string;
  /** Ids of the panels of a dashboard whose findings it covers, each for itself; without it every finding on the artifact. Panels that an environment does not show are passed over. */
  readonly panels?: readonly number[];
  /** Why the finding is accepted; printed when the suppression expires. */
  readonly reason: string;
  /** Last day on which it hides anything, `2030-12-31`. */
  readonly expires: `${number}-${number}-${number}`;
}

/** Every suppression, by check. There is no other place to silence a check. */
export const suppressions: readonly Suppression[] = [
  {
    check: 'dashboard-load', environments: ['dev', 'production', 'staging'], artifact: 'dashboard:inference-metrics',
    reason: 'the engine\'s own row adds eight panels; it is folded and asks nothing until somebody opens it', expires: '2027-12-31',
  },
  {
    check: 'dashboard-load', environments: ['dev', 'local', 'production', 'staging'], artifact: 'dashboard:error-tracking',
    reason: 'its log row stays open, since log alerts lead into it; one panel over the limit', expires: '2027-12-31',
  },
  {
    check: 'dashboard-way-onward', environments: 'every', artifact: 'dashboard:platform-overview', panels: [52, 53, 54, 55, 56, 57],
    reason: 'they show the observability stack itself, of which no line and no span of the platform tells; runbooks lead on', expires: '2027-12-31',
  },
  {
    check: 'dashboard-way-onward', environments: 'every', artifact: 'dashboard:resource-util', panels: [51, 52, 53, 54, 55, 56],
    reason: 'devices by node of the platform\'s own cluster, of which no line and no span tells; the managed clusters lead on', expires: '2027-12-31',
  },
];
