import { type Environment, markers } from '@bud-o11y/model';
import { map, quoted } from './alloy-text.ts';

/**
 * PrometheusRule objects become rules of the rulers: those that carry both labels, since the operator's objects of
 * another environment, and rules for another evaluator, live in the same cluster. No tenant id: tenancy is single.
 */
export function ruleSync(environment: Environment): string {
  return `${sync(environment, 'mimir')}\n${sync(environment, 'loki')}`;
}

function sync(environment: Environment, ruler: 'mimir' | 'loki'): string {
  const prefix = `${ruler}_namespace_prefix`;
  const aligned = (name: string): string => name.padEnd(prefix.length);
  return `${ruler}.rules.kubernetes "bud" {
	${aligned('address')} = ${quoted(environment.urls[ruler])}
	${prefix} = ${quoted(`bud-${environment.name}`)}
	${aligned('sync_interval')} = "1m"

	rule_selector {
		match_labels = ${map({ [markers.ruler]: ruler, [markers.environment]: environment.name }, 2)}
	}
}
`;
}
