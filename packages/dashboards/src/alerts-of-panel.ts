import { type Alert, alerts } from '@bud-o11y/alerts';

const byPanel: ReadonlyMap<string, readonly Alert[]> = Map.groupBy(alerts, ({ panel }) => `${panel.uid} ${panel.id}`);

/** The alerts that open a panel, in name order. */
export function alertsOf(uid: string, panelId: number): readonly Alert[] {
  return byPanel.get(`${uid} ${panelId}`) ?? [];
}
