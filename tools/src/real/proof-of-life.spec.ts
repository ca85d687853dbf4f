import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Environment, proofOfLifeSchema } from '@bud-o11y/model';
import { describeWithPrograms } from '../programs/for-specs.ts';
import { type DashboardJson, dataPanels, readDashboard } from '../proof-of-life/dashboard-json.ts';
import { figures } from '../proof-of-life/figures.ts';
import { type Fault, judge } from '../proof-of-life/judge.ts';
import { writePreviews } from '../proof-of-life/previews.ts';
import { type Proof, declarations, prove, provenEnvironments, renderedDashboards } from '../proof-of-life/proof.ts';

/** One panel of a dashboard alone, its queries spelt wrong as a cast would let them be. */
function misspelt(environment: Environment, uid: string, panel: number, right: string, wrong: string): DashboardJson {
  const artifact = renderedDashboards(environment).find(({ name }) => name === uid);
  if (artifact === undefined) throw new RangeError(`no dashboard ${uid}`);
  const dashboard = readDashboard(artifact);
  const panels = dataPanels(dashboard.panels).filter(({ id }) => id === panel).map(({ targets = [], ...rest }) => ({ ...rest, targets: targets.map((target) => ({ ...target, expr: target.expr?.replaceAll(right, wrong) ?? '' })) }));
  return { ...dashboard, panels, annotations: { list: [] } };
}

const [first, ...others] = provenEnvironments();

it('covers every environment that has something which no other one shows', () => {
  expect([first?.name, ...others.map(({ name }) => name)]).toEqual(['production']);
});

describeWithPrograms(['prometheus'], 'dashboards on a real Prometheus', ({ prometheus }) => {
  let proof: Proof;
  let faultsOfMisspelt: readonly Fault[] = [];

  beforeAll(async () => {
    if (first === undefined) throw new Error('no environment');
    const changed = [
      misspelt(first, 'inference-metrics', 41, 'endpoint:inference_queue_depth:sum', 'endpoint:inference_queue_dpeth:sum'),
      misspelt(first, 'platform-overview', 1, 'ALERTS{alertstate', 'ALRETS{alertstate'),
    ];
    const ran = await prove(prometheus, first, { also: changed });
    proof = ran.proof;
    faultsOfMisspelt = judge(ran.also, declarations(), []).faults;
    process.stdout.write(`${figures(proof)}\n`);
  }, 600_000);

  it('show data in every panel, variable and annotation, or say why they do not when all is well', () => {
    expect(proof.verdict.faults).toEqual([]);
    expect(proof.verdict.queries).toBeGreaterThan(300);
  });

  it('name no log field, stream label or span attribute that the catalog does not have', () => {
    expect(proof.logsAndTraces.problems).toEqual([]);
    expect(proof.logsAndTraces.queries).toBeGreaterThan(50);
  });

  it('turn orange or red in some scenario wherever they can', () => {
    expect(proof.verdict.calm).toEqual([]);
  });

  it('fail by name when a metric is misspelt, even where a 0 stands in for no series', () => {
    expect([...new Set(faultsOfMisspelt.map(({ where, what }) => `${where.replace(/ \(.*\)$/, '')}: ${what}`))]).toEqual([
      'inference-metrics: panel 41 Queue depth target A: no data in any scenario',
      'platform-overview: panel 1 Firing pages target A: no scenario has a series for ALRETS{alertstate="firing", severity="critical"}',
    ]);
  });

  describe('leave for the preview pages', () => {
    let folder = '';
    let written: readonly string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'preview-data-'));
      written = await writePreviews(proof, folder);
    });

    afterAll(() => rm(folder, { recursive: true }));

    it('a file per dashboard that its schema accepts, with every metric panel when healthy', async () => {
      expect(written).toHaveLength(proof.dashboards.length);
      const files = await Promise.all(written.map(async (path) => proofOfLifeSchema.parse(JSON.parse(await readFile(path, 'utf8')))));
      for (const { uid, runs } of files) {
        const asked = proof.observations.filter((one) => one.uid === uid && one.panel !== undefined).map(({ panel }) => String(panel?.id));
        expect({ uid, shown: Object.keys(runs[0]?.panels ?? {}).toSorted() }).toEqual({ uid, shown: [...new Set(asked)].toSorted() });
      }
    });
  });
});
