import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderHelmValues } from '@bud-o11y/helm-values';
import { type Environment, environmentNamed, environmentNames, streamLabels } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { describeWithPrograms } from '../programs/for-specs.ts';

/** A line as it comes from a container, and as it goes to Loki. */
interface Entry {
  readonly line: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly timestamp?: string;
}

/** The Alloy file of an environment as Alloy reads it: out of the chart's values, whose escapes Helm takes away. */
function alloyText(environment: Environment): string {
  const text = renderHelmValues(environment).find(({ name }) => name === 'alloy')?.text ?? '';
  if (environment.target.kind === 'directory') return text;
  const { alloy } = load(text) as { readonly alloy: { readonly configMap: { readonly content: string } } };
  return alloy.configMap.content.replaceAll(/\{\{ "(\{\{|\}\})" \}\}/g, '$1');
}

const container = { app: 'budapp', namespace: 'bud', pod: 'bud-budapp-1', container: 'budapp' } as const;
const written = (record: Readonly<Record<string, unknown>> | string): string => (typeof record === 'string' ? record : JSON.stringify(record));

/** One line of each format of platform facts 2.5, and what it must be afterwards. */
const formats = [
  {
    name: 'the document\'s own, untouched',
    in: { timestamp: '2026-01-23T10:30:00.000Z', level: 'info', logger: 'budapp.auth.services', event: 'user_login', user_id: 'u1', tenant_id: 't1', request_id: 'r1', duration_ms: 150, message: 'User logged in successfully' },
    adds: {},
    level: 'info', metadata: { logger: 'budapp.auth.services', event: 'user_login', user_id: 'u1', tenant_id: 't1', request_id: 'r1' }, timestamp: '2026-01-23T10:30:00Z',
  },
  {
    name: 'structlog, whose event is the message',
    in: { event: 'Failed to reach "budcluster" <timeout>', level: 'error', logger: 'budapp.cluster_ops', timestamp: '2026-01-23T10:30:00.123456Z', exception: 'Traceback' },
    adds: { message: 'Failed to reach "budcluster" <timeout>' },
    level: 'error', metadata: { logger: 'budapp.cluster_ops' }, timestamp: '2026-01-23T10:30:00.123456Z',
  },
  {
    name: 'structlog with an event code',
    in: { event: 'login_failed', level: 'warning', logger: 'budapp.auth', timestamp: '2026-01-23T10:30:00Z', user_id: 42 },
    adds: { message: 'login_failed' },
    level: 'warning', metadata: { logger: 'budapp.auth', event: 'login_failed', user_id: '42' }, timestamp: '2026-01-23T10:30:00Z',
  },
  {
    name: 'structlog of budpipeline, with its correlation id',
    in: { event: 'step done', level: 'info', logger: 'budpipeline', timestamp: '2026-01-23T10:30:00.5', correlation_id: 'c1' },
    adds: { message: 'step done', request_id: 'c1' },
    level: 'info', metadata: { logger: 'budpipeline', request_id: 'c1' }, timestamp: '2026-01-23T10:30:00.5Z',
  },
  {
    name: 'python-json-logger, whose names are Python\'s',
    in: { asctime: '2026-01-23 10:30:00,123', threadName: 'MainThread', levelname: 'CRITICAL', name: 'budmetrics.ops', filename: 'ops.py', funcName: 'run', lineno: 7, message: 'cannot write' },
    adds: { timestamp: '2026-01-23T10:30:00.123Z', level: 'critical', logger: 'budmetrics.ops' },
    level: 'critical', metadata: { logger: 'budmetrics.ops' }, timestamp: '2026-01-23T10:30:00.123Z',
  },
  { name: 'the text of the gateway, which is kept', in: '2026-01-23T10:30:00Z  WARN gateway: {"slow": upstream', adds: undefined, level: 'unknown', metadata: {}, timestamp: undefined },
  { name: 'a level that nobody knows', in: { level: 'LOUD', message: 'x', logger: null }, adds: {}, level: 'unknown', metadata: {}, timestamp: undefined },
  { name: 'a logger\'s own word for a level of ours', in: { level: 'FATAL', message: 'x', event: 'started' }, adds: {}, level: 'critical', metadata: { event: 'started' }, timestamp: undefined },
] as const;

describeWithPrograms(['alloy-logs'], 'Alloy files', ({ 'alloy-logs': alloyLogs }) => {
  let folder = '';
  const fileOf = (name: string): string => join(folder, `${name}.alloy`);
  const program = (args: readonly string[], input = '') => spawnSync(alloyLogs, args, { input, encoding: 'utf8', maxBuffer: 2 ** 26 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alloy-'));
    for (const name of environmentNames) await writeFile(fileOf(name), alloyText(environmentNamed(name)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What becomes of lines in an environment; the dropped are missing. */
  function shipped(environment: string, entries: readonly Entry[]): readonly Entry[] {
    const { stdout, stderr, status } = program(['run', fileOf(environment), 'bud'], entries.map((entry) => JSON.stringify(entry)).join('\n'));
    if (status !== 0) throw new Error(stderr);
    return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
  }

  it.each(environmentNames)('of %s is what Alloy\'s parser takes', (name) => {
    expect(program(['check', fileOf(name)])).toMatchObject({ stderr: '', status: 0 });
  });

  it('would be refused with a brace too few, or an argument that a stage does not have', async () => {
    const text = alloyText(environmentNamed('production'));
    await writeFile(fileOf('broken'), text.replace(/\}\s*$/, ''));
    expect(program(['check', fileOf('broken')]).status).toBe(1);
    await writeFile(fileOf('misspelt'), text.replace('fallback_formats', 'fallback_format'));
    expect(program(['run', fileOf('misspelt'), 'bud'])).toMatchObject({ status: 1, stderr: expect.stringContaining('fallback_format') });
  });

  describe.each(environmentNames)('in %s', (environment) => {
    it.each(formats)('makes 4.2 of $name', ({ in: record, adds, level, metadata, timestamp }) => {
      const [entry] = shipped(environment, [{ line: written(record), labels: container }]);
      expect(entry?.labels).toEqual({ ...container, level });
      expect(entry?.metadata ?? {}).toEqual(metadata);
      expect(entry?.timestamp).toBe(timestamp);
      if (adds === undefined) expect(entry?.line).toBe(record);
      else expect(JSON.parse(entry?.line ?? '')).toEqual({ ...(record as object), ...adds });
    });

    it('gives a stream five labels, whatever a pod brings', () => {
      const [entry] = shipped(environment, [{ line: '{"level":"info","message":"x","user_id":"u"}', labels: { ...container, filename: '/var/log/x', node: 'n1' } }]);
      expect(Object.keys(entry?.labels ?? {}).toSorted()).toEqual(Object.keys(streamLabels).toSorted());
    });

    const { debugLogs, logLinesPerSecond } = environmentNamed(environment).sampling;

    it(`keeps a share of ${debugLogs} of the debug lines, and all others`, () => {
      const lines = (level: string) => Array.from({ length: 900 }, (_, index) => ({ line: written({ level, message: `line ${index}` }), labels: container }));
      // Five standard deviations either way; without a share to draw, exactly all.
      const deviation = 5 * Math.sqrt(900 * debugLogs * (1 - debugLogs));
      expect(Math.abs(shipped(environment, lines('debug')).length - 900 * debugLogs)).toBeLessThanOrEqual(deviation);
      expect(shipped(environment, lines('info'))).toHaveLength(900);
    });

    it('drops what one service writes beyond its burst, and nothing of another', () => {
      const flood = Array.from({ length: logLinesPerSecond * 2 + 50 }, () => ({ line: written({ level: 'info', message: 'again' }), labels: container }));
      const kept = shipped(environment, [...flood, { line: written({ level: 'info', message: 'once' }), labels: { ...container, app: 'budsim' } }]);
      expect(kept.filter(({ labels }) => labels['app'] === 'budapp')).toHaveLength(logLinesPerSecond * 2);
      expect(kept.filter(({ labels }) => labels['app'] === 'budsim')).toHaveLength(1);
    });
  });
});
