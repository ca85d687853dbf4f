import { describe, expect, it } from '@jest/globals';
import { alerts } from '@bud-o11y/alerts';
import { checks } from '@bud-o11y/checks';
import { environmentNames } from '@bud-o11y/model';
import { idOf, missingLines, registered, thingsOf } from './registration.ts';
import { filesBelow } from './workspace.ts';

const kind = (name: string): (typeof registered)[number] => {
  const found = registered.find((entry) => entry.kind === name);
  if (found === undefined) throw new Error(`no kind ${name}`);
  return found;
};
const ids = (name: string): readonly string[] => thingsOf(kind(name)).map(idOf).sort();
const pages = (folder: string): readonly string[] => filesBelow(folder).filter((path) => path.endsWith('.md')).map(idOf).sort();

describe.each(registered)('every $kind', (each) => {
  it('exists', () => {
    expect(thingsOf(each).length).toBeGreaterThan(1);
  });

  it('has its line in the index', () => {
    expect(missingLines(each)).toEqual([]);
  });
});

describe('alerts', () => {
  it('are named like their files', () => {
    expect(alerts.map(({ id }) => id).sort()).toEqual(ids('alert'));
  });

  it('have a runbook each, and there is none without its alert: docs/runbooks/<AlertName>.md', () => {
    expect(pages('docs/runbooks').filter((page) => page !== 'README')).toEqual(ids('alert'));
  });

  it('name the file that declares them', () => {
    expect(alerts.map(({ source }) => source).sort()).toEqual(thingsOf(kind('alert')));
  });
});

describe('checks', () => {
  it('are named like their files', () => {
    expect(checks.map(({ id }) => id)).toEqual(ids('check'));
  });

  it('have a page each: docs/checks/<id>.md (the suppressions have two of their own)', () => {
    expect(pages('docs/checks').filter((id) => !id.startsWith('suppression-'))).toEqual(ids('check'));
  });
});

describe('environments', () => {
  it('are named like their files: the Nx plugin goes by the files', () => {
    expect(environmentNames).toEqual(ids('environment'));
  });
});
