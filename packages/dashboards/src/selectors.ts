import { type Match, matching, ownJobs, variableMatch } from '@bud-o11y/model';

/** Matchers by dashboard variable: `throughput({ endpoint: chosen.endpoint })`. */
export const chosen = {
  namespace: variableMatch('namespace'),
  service: variableMatch('service'),
  cluster: variableMatch('cluster'),
  endpoint: variableMatch('endpoint'),
  model: variableMatch('model'),
} as const satisfies Readonly<Record<string, Match>>;

/** Scrape jobs of the platform's own services. */
export const own = matching(ownJobs);
