import { dashboardNames } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

const home = 'packages/model/src/names/dashboards.ts';

/** Every dashboard and every panel that `dashboardNames` promises is there, under its id and in its folder. */
export const dashboardMissingPanelKey = bundleCheck({
  id: 'dashboard-missing-panel-key',
  severity: 'error',
  why: 'alerts and runbooks open panels by these ids: a missing one is a dead link in the middle of an incident',
  appliesTo: ['dashboard'],
  *run({ dashboards }) {
    for (const [uid, promised] of Object.entries(dashboardNames)) {
      const dashboard = dashboards.find((candidate) => candidate.uid === uid);
      if (dashboard === undefined) {
        yield { file: home, at: uid, what: `no dashboard has the UID ${uid}`, fix: `add it under packages/dashboards/src/dashboards/${uid}` };
        continue;
      }
      for (const [key, id] of Object.entries<number>(promised.panels)) {
        if (dashboard.panels.some((panel) => panel.id === id)) continue;
        yield { artifact: dashboard.artifact, at: key, what: `has no panel ${id}, which dashboardNames promises as ${key}`, fix: `give the panel the id ${id}, or take ${key} out of ${home}` };
      }
    }
  },
});
