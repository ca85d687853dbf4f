import { artifactCheck } from '../check.ts';
import { allRoutes, readRoutes } from '../routing.ts';

/** Routes match by `matchers` that can be read: no `match`, no broken regular expression. */
export const routingMatcher = artifactCheck({
  id: 'routing-matcher',
  severity: 'error',
  why: 'a matcher that cannot be read stops Alertmanager, and `match` is deprecated: a later release refuses it',
  appliesTo: ['alertmanager'],
  *run({ data }) {
    for (const route of allRoutes(readRoutes(data))) {
      for (const fault of route.faults) yield { at: route.at, what: fault, fix: 'write it as label="value", with =, !=, =~ or !~' };
      if (route.deprecated) yield { at: route.at, what: 'matches by `match` or `match_re`', fix: 'write matchers: [label="value"]' };
    }
  },
});
