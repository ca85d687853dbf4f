import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { clusterUnhealthy, databaseConnectionFailure, gPUSaturated, highErrorRate, inferenceErrorBudgetBurnFast } from '../alerts/index.ts';
import { inhibitionProblems, routeProblems } from './problems.ts';
import { routes } from './routes.ts';

const environment = environmentNamed('production');

describe('inhibitionProblems', () => {
  it.each([
    { name: 'a label that neither side has', inhibition: { cause: clusterUnhealthy, symptoms: [gPUSaturated], equal: ['endpoint'] }, what: ['ClusterUnhealthy silences by equal endpoint, which ClusterUnhealthy does not carry', 'ClusterUnhealthy silences by equal endpoint, which GPUSaturated does not carry'] },
    { name: 'a label that the symptom lacks', inhibition: { cause: highErrorRate, symptoms: [gPUSaturated], equal: ['endpoint'] }, what: ['HighErrorRate silences by equal endpoint, which GPUSaturated does not carry'] },
    { name: 'a label that the cause lacks', inhibition: { cause: databaseConnectionFailure, symptoms: [inferenceErrorBudgetBurnFast], equal: ['slo'] }, what: ['DatabaseConnectionFailure silences by equal slo, which DatabaseConnectionFailure does not carry'] },
    { name: 'nothing where both have it', inhibition: { cause: highErrorRate, symptoms: [inferenceErrorBudgetBurnFast], equal: ['endpoint', 'service'] }, what: [] },
  ])('reports $name, with the file to edit', ({ inhibition, what }) => {
    const found = inhibitionProblems([inhibition], environment);
    expect(found.map((problem) => problem.what)).toEqual(what);
    for (const problem of found) expect(problem).toMatchObject({ code: 'alerts-inhibition-label', where: { file: 'packages/alerts/src/routing/inhibitions.ts', path: inhibition.cause.id } });
  });
});

describe('routeProblems', () => {
  it.each([
    { change: { groupWait: '5x' }, what: 'groupWait of the route to deadmansswitch-mimir is 5x, which is no duration or too short' },
    { change: { repeatInterval: '0s' }, what: 'repeatInterval of the route to deadmansswitch-mimir is 0s, which is no duration or too short' },
  ])('reports $change, with the file to edit', ({ change, what }) => {
    const [first, ...others] = routes(environment);
    expect(routeProblems([{ ...first, ...change } as typeof others[number], ...others])).toMatchObject([{ code: 'alerts-route-duration', where: { file: 'packages/alerts/src/routing/routes.ts' }, what }]);
  });
});
