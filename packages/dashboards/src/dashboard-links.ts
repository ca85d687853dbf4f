import { type DashboardLink, DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { inSight } from './in-sight.ts';
import type { Scene } from './scene.ts';

/** The links in the corner of every dashboard: the others over the same time, the runbooks, and the file to edit. */
export function dashboardLinks({ environment, source }: Scene): readonly DashboardLink[] {
  const link = (title: string, icon: string, url: string) => new DashboardLinkBuilder(title).type(DashboardLinkType.Link).icon(icon).tooltip(title).url(url).targetBlank(true);
  return [
    new DashboardLinkBuilder('Dashboards').type(DashboardLinkType.Dashboards).icon('external link').tags(['bud']).asDropdown(true).includeVars(true).keepTime(true),
    link('Runbooks', 'doc', environment.runbookBaseUrl),
    link('Source', 'bolt', `${environment.sourceUrl}/${source}`),
  ].map((builder) => inSight(builder.build()));
}
