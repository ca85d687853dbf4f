import { describe, expect, it } from '@jest/globals';
import { junitCaseOf, junitXml } from './junit.ts';

describe('junitXml', () => {
  it('counts per suite and as a whole, and escapes what could be taken for markup or control a terminal', () => {
    const text = junitXml('dev', [
      { suite: 'backends', name: 'create "a" & <b>' },
      { suite: 'backends', name: 'c', fault: { kind: 'failure', message: 'said \u001b[2J\u0000 \ud800 "no"', text: 'why\nfix: x' } },
      { suite: 'dashboards', name: 'd', fault: { kind: 'skipped', message: 'needs c', text: '' } },
    ]);
    expect(text).toBe([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="dev" tests="3" failures="1" errors="0" skipped="1">',
      '  <testsuite name="backends" tests="2" failures="1" errors="0" skipped="0">',
      '    <testcase classname="backends" name="create &quot;a&quot; &amp; &lt;b&gt;"/>',
      '    <testcase classname="backends" name="c"><failure message="said [2J  &quot;no&quot;">why&#10;fix: x</failure></testcase>',
      '  </testsuite>',
      '  <testsuite name="dashboards" tests="1" failures="0" errors="0" skipped="1">',
      '    <testcase classname="dashboards" name="d"><skipped message="needs c"></skipped></testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'));
  });
});

describe('junitCaseOf', () => {
  const at = { wave: 'backends', address: 'x', artifact: 'y' } as const;
  const problem = { code: 'c', severity: 'error', where: {}, what: 'w', why: 'y', fix: 'f' } as const;
  it.each([
    [{ event: 'objectChanged', action: 'create', done: 1, of: 1, ...at }, undefined],
    [{ event: 'objectHeld', reason: 'blocked', problem, ...at }, 'skipped'],
    [{ event: 'objectHeld', reason: 'dispute', problem, ...at }, 'failure'],
    [{ event: 'objectFailed', code: 'invalid', message: 'm', fix: 'f', ...at }, 'failure'],
    [{ event: 'objectSkipped', because: 'b', ...at }, 'skipped'],
    [{ event: 'problem', problem }, 'failure'],
  ] as const)('%j', (event, kind) => expect(junitCaseOf(event)?.fault?.kind).toBe(kind));

  it('makes nothing of what is about no object', () => expect(junitCaseOf({ event: 'pruneStarted', changes: 1 })).toBeUndefined());
});
