import { describe, expect, it } from '@jest/globals';
import { dev as first } from './environments/dev.ts';
import { type EnvironmentInput, ProblemsError, environmentNamed, environmentNames } from './index.ts';
import { readEnvironment } from './read-environment.ts';

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ProblemsError) return thrown.problems;
    throw thrown;
  }
  return [];
}

const broken = (change: object): EnvironmentInput => ({ ...first, ...change }) as EnvironmentInput;

describe('environmentNamed', () => {
  it.each(environmentNames)('%s fits the schema', (name) => {
    expect(environmentNamed(name).name).toBe(name);
  });

  it('has the document\'s retention where customers are (decisions 17)', () => {
    expect(environmentNamed('production').retention).toMatchObject({ metricsHot: '14d', metrics: '90d', logs: '30d', logArchive: '1y', traces: '7d' });
    expect(environmentNamed('production').sampling.traces).toBe(0.1);
  });

  it('runs the same majors in every cluster (decisions 11)', () => {
    const majors = environmentNames.map(environmentNamed).filter(({ target }) => target.kind === 'kubernetes').map(({ components }) => JSON.stringify(components, (_key, value) => (typeof value === 'string' ? value.split('.')[0] : value)));
    expect(new Set(majors).size).toBe(1);
  });

  it('names what exists when asked for what does not', () => {
    expect(problemsOf(() => environmentNamed('prod'))).toMatchObject([{ code: 'environment-unknown', fix: expect.stringContaining('did you mean production?') }]);
    expect(problemsOf(() => environmentNamed('stagin'))).toMatchObject([{ fix: expect.stringContaining('did you mean staging?') }]);
  });
});

describe('readEnvironment', () => {
  it('reports every fault of a file at once, with file and path', () => {
    const input = broken({ retension: {}, scrapeInterval: '15x', limits: { ...first.limits, loki: { maxQuerySeries: 0 } } });
    const problems = problemsOf(() => readEnvironment('dev', [input]));
    expect(problems.map(({ where }) => where.path)).toEqual(['limits.loki.maxQuerySeries', 'retension', 'scrapeInterval']);
    expect(problems.every(({ where }) => where.file === 'packages/model/src/environments/dev.ts')).toBe(true);
  });

  it('says what is missing, and what a misspelt key was meant to be', () => {
    const { scrapeInterval: _, ...rest } = first;
    const { paging: __, ...receivers } = first.receivers;
    const input = { ...rest, receivers: { ...receivers, pageing: true }, target: { ...first.target, kubeversion: '1.34.0' } } as unknown as EnvironmentInput;
    expect(problemsOf(() => readEnvironment('dev', [input])).map(({ where, what, fix }) => [where.path, what, fix.split(';')[0]])).toEqual([
      ['receivers.pageing', 'unknown key "pageing"', 'did you mean paging?'],
      ['receivers.paging', 'receivers.paging is missing', 'add receivers.paging'],
      ['scrapeInterval', 'scrapeInterval is missing', 'add scrapeInterval'],
      ['target.kubeversion', 'unknown key "kubeversion"', 'did you mean kubeVersion?'],
    ]);
  });

  it('lists the keys where nothing is like the unknown one', () => {
    expect(problemsOf(() => readEnvironment('dev', [broken({ urls: { ...first.urls, pyroscopeServer: 'http://x' } })]))).toMatchObject([{ fix: 'remove it; the keys here are mimir, loki, tempo, alertmanager, prometheus, otlpGrpc' }]);
  });

  it.each([
    { name: 'fewer ingesters than copies', change: { replicationFactor: 3 }, path: 'replicationFactor', what: 'replicationFactor (3) is more than mimirIngester has replicas (1)' },
    { name: 'fewer Loki instances than copies', change: { replicationFactor: 3 }, path: 'replicationFactor', what: 'replicationFactor (3) is more than loki has replicas (1)' },
    { name: 'a Loki that is overridden to less than its copies', change: { profile: 'production', replicationFactor: 3, sizeOverrides: { loki: { replicas: 2 } } }, path: 'replicationFactor', what: 'replicationFactor (3) is more than loki has replicas (2)' },
    { name: 'more series than Mimir lets in', change: { load: { ...first.load, series: 600_000 } }, path: 'load.series', what: 'load.series (600000) is above limits.mimir.maxGlobalSeriesPerUser (500000)' },
    { name: 'more series than one Prometheus holds', change: { load: { ...first.load, series: 3_000_000_000 } }, path: 'load.series', what: expect.stringContaining('more than the 10000000 series') },
    { name: 'more samples than one Prometheus scrapes', change: { load: { ...first.load, samplesPerSecond: 1_000_001 } }, path: 'load.samplesPerSecond', what: expect.stringContaining('more than the 1000000 samples') },
    { name: 'more logs than Loki is sized for', change: { load: { ...first.load, logGigabytesPerDay: 3_001 } }, path: 'load.logGigabytesPerDay', what: expect.stringContaining('more than the 3000 GB') },
    { name: 'more spans than Tempo is sized for', change: { load: { ...first.load, spansPerSecond: 500_001 } }, path: 'load.spansPerSecond', what: expect.stringContaining('more than the 500000 spans') },
    { name: 'Prometheus that keeps metrics for longer than Mimir', change: { retention: { ...first.retention, metricsHot: '5w', metrics: '30d' } }, path: 'retention.metricsHot', what: 'metricsHot (5w) is longer than metrics (30d)' },
    { name: 'debug lines that are kept for longer than the others', change: { retention: { ...first.retention, debugLogs: '8d', logs: '1w' } }, path: 'retention.debugLogs', what: 'debugLogs (8d) is longer than logs (1w)' },
    { name: 'a relative folder of secrets in a container', change: { receivers: { ...first.receivers, secretsDirectory: 'secrets' } }, path: 'receivers.secretsDirectory', what: 'a mounted folder must begin with /' },
    { name: 'secrets outside a directory target', change: { target: { kind: 'directory', path: 'x' }, receivers: { ...first.receivers, secretsDirectory: '../secrets' } }, path: 'receivers.secretsDirectory', what: 'leaves the directory of the target' },
    { name: 'a schema that its Grafana does not serve', change: { dashboardSchema: 'v2', components: { ...first.components, grafana: '12.4.1' } }, path: 'dashboardSchema', what: 'Grafana 12.4.1 does not serve dashboards of schema v2; 13 does' },
  ])('refuses $name, beside every other fault', ({ change, path, what }) => {
    const found = problemsOf(() => readEnvironment('dev', [broken({ ...change, scrapeInterval: '15x' })])).map((problem) => [problem.where.path, problem.what]);
    expect(found).toContainEqual([path, what]);
    expect(found).toContainEqual(['scrapeInterval', expect.stringContaining('not a duration')]);
  });

  it('accepts office hours that last all day, and a directory that holds its secrets', () => {
    const receivers = { ...first.receivers, secretsDirectory: 'alertmanager/secrets', businessHours: { start: '00:00', end: '24:00', timeZone: 'Europe/Berlin' } };
    expect(readEnvironment('dev', [broken({ target: { kind: 'directory', path: 'x' }, receivers })]).receivers.secretsDirectory).toBe('alertmanager/secrets');
  });

  it('writes classic dashboards unless an environment asks for v2', () => {
    expect([readEnvironment('dev', [broken({})]).dashboardSchema, readEnvironment('dev', [broken({ dashboardSchema: 'v2' })]).dashboardSchema]).toEqual(['classic', 'v2']);
  });

  it('refuses per-project tenancy until it is built (decisions 12)', () => {
    expect(problemsOf(() => readEnvironment('dev', [broken({ tenancy: 'perProject' })]))).toMatchObject([{ code: 'environment-tenancy' }]);
  });

  it.each([
    { name: 'an unknown time zone', hours: { start: '09:00', end: '17:00', timeZone: 'Europe/Berlyn' }, path: 'receivers.businessHours.timeZone' },
    { name: 'a time zone in the wrong case', hours: { start: '09:00', end: '17:00', timeZone: 'europe/berlin' }, path: 'receivers.businessHours.timeZone' },
    { name: 'an offset in place of a time zone', hours: { start: '09:00', end: '17:00', timeZone: '+02:00' }, path: 'receivers.businessHours.timeZone' },
    { name: 'an hour that no day has', hours: { start: '09:00', end: '25:00', timeZone: 'UTC' }, path: 'receivers.businessHours.end' },
    { name: 'a start at the end of the day', hours: { start: '24:00', end: '24:00', timeZone: 'UTC' }, path: 'receivers.businessHours' },
    { name: 'office hours that end before they begin', hours: { start: '17:00', end: '09:00', timeZone: 'UTC' }, path: 'receivers.businessHours' },
  ])('refuses $name, naming the file', ({ hours, path }) => {
    const input = broken({ receivers: { ...first.receivers, businessHours: hours } });
    expect(problemsOf(() => readEnvironment('dev', [input]))).toMatchObject([{ code: 'environment-invalid', where: { file: 'packages/model/src/environments/dev.ts', path } }]);
  });

  it('takes other hours of a team, by the name that its zone has had before as well, and refuses a team that nobody knows', () => {
    const hours = (team: string) => broken({ receivers: { ...first.receivers, teamHours: { [team]: { start: '10:00', end: '18:00', timeZone: 'Asia/Calcutta' } } } });
    expect(readEnvironment('dev', [hours('inference')]).receivers.teamHours).toMatchObject({ inference: { start: '10:00' } });
    expect(problemsOf(() => readEnvironment('dev', [hours('nobody')]))).toMatchObject([{ code: 'environment-invalid', where: { file: 'packages/model/src/environments/dev.ts' } }]);
  });
});
