import type { Alert } from './alert.ts';
import type { Fault } from './problems.ts';

/** Labels that every rule gets from its alert's own fields. */
const given: ReadonlySet<string> = new Set(['alertname', 'severity', 'priority', 'team', 'service', 'k8s_cluster']);

/** Faults of an alert's texts and further labels: a text that says nothing, a label that changes with every evaluation or takes another's place. */
export function textFaults(alert: Alert): readonly Fault[] {
  return [
    ...(['summary', 'description'] as const).filter((part) => alert[part].trim() === '').map((part) => ({
      what: `the ${part} of ${alert.id} is empty`, why: 'whoever is woken reads nothing but the name', fix: `write the ${part}: what is wrong, of which thing`,
    })),
    ...Object.entries(alert.labels ?? {}).flatMap(([name, value]) => labelFault(alert, name, value)),
  ];
}

function labelFault({ id }: Alert, name: string, value: string): readonly Fault[] {
  if (given.has(name)) return [{ what: `the label ${name} of ${id} is set among its further labels`, why: 'it takes the place of the one that routing, inhibitions and runbooks go by', fix: name === 'alertname' || name === 'k8s_cluster' ? 'leave it out' : `use the field ${name === 'priority' ? 'severity' : name}` }];
  if (!/\$value\b|\.Value\b/.test(value)) return [];
  return [{ what: `the label ${name} of ${id} holds the value of the expression`, why: 'labels are the identity of an alert: with another value it is a new one, which never holds long enough to fire', fix: 'put the value into the summary or the description' }];
}
