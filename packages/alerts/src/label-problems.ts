import { didYouMean, services } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import type { Fault } from './problems.ts';
import type { AlertRule } from './rules-of.ts';
import { unknownServices } from './unknown-services.ts';
import { yieldedLabels } from './yielded-labels.ts';

/** Faults of an alert's use of labels: texts and links that name one that the expression drops, matchers that fit no service. */
export function labelFaults(alert: Alert, rules: readonly AlertRule[]): readonly Fault[] {
  // Rules of one alert differ in the service only.
  const [first] = rules;
  return first === undefined ? [] : [...droppedLabels(alert, first), ...serviceFaults(alert, first)];
}

function droppedLabels(alert: Alert, { query }: AlertRule): readonly Fault[] {
  const yielded = yieldedLabels(query);
  if (yielded === undefined) return [];
  return [...labelsUsed(alert)].filter(([label]) => !yielded.has(label)).map(([label, where]) => ({
    what: `${where} of ${alert.id} uses the label ${label}, which its expression drops`,
    why: 'the text has a gap where the thing should be named, and the link opens on everything',
    fix: yielded.size === 0 ? 'leave the label out, or keep it in the expression by `by (…)`' : `use one of ${[...yielded].filter((name) => name !== '__name__').toSorted().join(', ')}, or keep ${label} in the expression`,
  }));
}

/** Every label that an alert takes from its result, and what for. The service that a rule adds is not one of them. */
function labelsUsed(alert: Alert): ReadonlyMap<string, string> {
  const isOwnService = (label: string): boolean => label === 'service' && !(typeof alert.service === 'object' && 'label' in alert.service);
  const inTexts = (['summary', 'description'] as const).flatMap((part) => [...alert[part].matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => [label, `the ${part}`] as const));
  const inLink = Object.values(alert.panelVariables ?? {}).filter((label) => !isOwnService(label)).map((label) => [label, 'the dashboard link'] as const);
  const asService = typeof alert.service === 'object' && 'label' in alert.service ? [[alert.service.label, 'the service'] as const] : [];
  return new Map([...inLink, ...asService, ...inTexts]);
}

function serviceFaults(alert: Alert, { query }: AlertRule): readonly Fault[] {
  return unknownServices(query).map((wanted) => ({
    what: `the expression of ${alert.id} asks for the service ${JSON.stringify(wanted)}, which the catalog does not have`,
    why: 'the matcher fits no series, so the alert is silent for ever',
    fix: [didYouMean(wanted, Object.keys(services)), 'the services are in packages/model/src/catalog/services.ts'].filter((part) => part !== undefined).join(' '),
  }));
}
