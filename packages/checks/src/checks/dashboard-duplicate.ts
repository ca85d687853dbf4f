import { bundleCheck } from '../check.ts';

/** UIDs are unique in an environment, titles in a folder, panel ids in a dashboard. */
export const dashboardDuplicate = bundleCheck({
  id: 'dashboard-duplicate',
  severity: 'error',
  why: 'Grafana keeps one of the two and drops the other without a word',
  appliesTo: ['dashboard'],
  *run({ dashboards }) {
    for (const [uid, [first, ...others]] of Map.groupBy(dashboards, (dashboard) => dashboard.uid)) {
      for (const { artifact } of others) yield { artifact, what: `has the UID ${uid}, like ${first?.artifact.source ?? ''}`, fix: 'give one of them another UID' };
    }
    for (const [, [first, ...others]] of Map.groupBy(dashboards, ({ artifact, title }) => `${artifact.folder}/${title}`)) {
      for (const { artifact, title } of others) yield { artifact, what: `has the title ${JSON.stringify(title)}, like ${first?.uid ?? ''} in the same folder`, fix: 'give one of them another title' };
    }
    for (const { artifact, panels } of dashboards) {
      for (const [id, [first, ...others]] of Map.groupBy(panels, (panel) => panel.id)) {
        const what = id === undefined ? 'has several panels without an id' : `has two panels with the id ${id}, the other is ${JSON.stringify(first?.title ?? '')}`;
        for (const panel of others) yield { artifact, at: panel.at, what, fix: 'number panels row * 10 + position' };
      }
    }
  },
});
