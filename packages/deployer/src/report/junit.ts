import type { ApplyEvent } from '../apply/events.ts';

/** One case of a report. Without a fault it passed. */
export interface JunitCase {
  readonly suite: string;
  readonly name: string;
  readonly fault?: { readonly kind: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string };
}

/** A JUnit report, as CI systems read it: one suite per wave or environment, one case per object or problem. */
export function junitXml(name: string, cases: readonly JunitCase[]): string {
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)];
  const count = (all: readonly JunitCase[], kind: string): number => all.filter(({ fault }) => fault?.kind === kind).length;
  const counts = (all: readonly JunitCase[]): string => `tests="${all.length}" failures="${count(all, 'failure')}" errors="${count(all, 'error')}" skipped="${count(all, 'skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(name)}" ${counts(cases)}>`,
    ...suites.flatMap(([suite, all]) => [
      `  <testsuite name="${escaped(suite)}" ${counts(all)}>`,
      ...all.map((one) => caseXml(one)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseXml({ suite, name, fault }: JunitCase): string {
  const head = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`;
  if (fault === undefined) return `${head}/>`;
  return `${head}><${fault.kind} message="${escaped(fault.message)}">${escaped(fault.text)}</${fault.kind}></testcase>`;
}

/** What the events of an apply come to; an event that is about no object gives none. */
export function junitCaseOf(event: ApplyEvent): JunitCase | undefined {
  switch (event.event) {
    case 'objectChanged':
      return { suite: event.wave, name: `${event.action} ${event.address}` };
    case 'objectHeld':
      return { suite: event.wave, name: event.address, fault: { kind: event.reason === 'blocked' ? 'skipped' : 'failure', message: event.problem.what, text: `${event.problem.why}\nfix: ${event.problem.fix}` } };
    case 'objectFailed':
      return { suite: event.wave, name: event.address, fault: { kind: 'failure', message: event.message, text: `fix: ${event.fix}` } };
    case 'objectSkipped':
      return { suite: event.wave, name: event.address, fault: { kind: 'skipped', message: event.because, text: '' } };
    case 'problem':
      return event.problem.severity === 'error' ? { suite: 'problems', name: event.problem.code, fault: { kind: 'failure', message: event.problem.what, text: `${event.problem.why}\nfix: ${event.problem.fix}` } } : undefined;
    default:
      return undefined;
  }
}

// What XML 1.0 cannot hold at all is left out; the rest of what a terminal or a page could take for markup is escaped.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return text.replace(unprintable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
