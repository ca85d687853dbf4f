import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alerts, logCases, logEntries, rulesOf } from '@bud-o11y/alerts';
import { environmentNamed, seconds } from '@bud-o11y/model';
import { alertStates } from '../alert-states.ts';
import { evaluator } from '../evaluate.ts';
import { readLogql } from '../read.ts';
import { expectedAlerts } from '../run-case.ts';
import type { ReplayFile } from './replay-file.ts';
import { replayName, writeReplay } from './write-replay.ts';

const environment = environmentNamed('production');
const cases = alerts.flatMap((alert) => logCases(alert).map((entry, index) => ({ alert, entry, name: replayName(alert.id, index) })));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-cases-'));
  await writeReplay(folder, environment);
});

afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string): Promise<ReplayFile> => JSON.parse(await readFile(join(folder, name), 'utf8')) as ReplayFile;
const linesOf = (file: ReplayFile) => file.streams.flatMap(({ stream, values }) => values.map(([atMs, text]) => ({ atMs, stream, text }))).toSorted((a, b) => a.atMs - b.atMs);

describe('the files for a real Loki', () => {
  it('are one per case', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(cases.map(({ name }) => name).toSorted());
  });

  it.each(cases)('$name holds the rules, every line and every expected alert', async ({ alert, entry, name }) => {
    const file = await read(name);
    const rules = rulesOf(alert, environment).map(({ data }) => data);
    expect(file.group).toMatchObject({ name: alert.group, rules: JSON.parse(JSON.stringify(rules)) });
    const byText = (text: string): number => linesOf(file).filter((line) => line.text === text).length;
    const written = logEntries(entry.lines);
    expect(linesOf(file)).toHaveLength(written.length);
    for (const text of new Set(written.map((line) => line.text))) expect(byText(text)).toBe(written.filter((line) => line.text === text).length);
    expect(file.moments.at(-1)?.atSeconds).toBe(seconds(entry.at));
    expect(file.moments.at(-1)?.alerts.map(({ labels }) => labels)).toEqual(expectedAlerts(rules, entry).map(({ labels }) => labels));
    expect(file.moments).toHaveLength(entry.quietAt === undefined ? 1 : 2);
  });

  it('say, read back and run, what the cases say', async () => {
    const { group: { rules }, moments, ...file } = await read(replayName('LoginFailureBurst', 0));
    const [rule] = rules;
    if (rule === undefined) throw new Error('no rule');
    const states = alertStates(rule, evaluator(readLogql(rule.expr), linesOf({ ...file, group: { name: '', interval: '', rules }, moments })), 60_000, 600_000);
    for (const { atSeconds, alerts: expected } of moments) {
      expect(states[atSeconds / 60]?.map(({ labels, annotations }) => ({ labels, annotations }))).toEqual(expected);
    }
  });
});
