/** Folders, by UID. */
export const folders = {
  platform: { uid: 'bud-platform', title: 'Bud Platform' },
  project: { uid: 'bud-project', title: 'Bud Project' },
  audit: { uid: 'bud-audit', title: 'Bud Audit' },
} as const;

export type FolderName = keyof typeof folders;

/**
 * The dashboards of document 7.1 that others link to: UID, title, folder, and the panels that alerts open, by key and id
 * (row * 10 + position). A dashboard must implement every key; a check compares.
 */
export const dashboardNames = {
  'platform-overview': {
    title: 'Platform Overview', folder: 'platform',
    panels: { firingPages: 1, servicesUp: 2, postgresql: 6, serviceState: 11, serviceBudget: 15, serviceBurnRate: 16, alertDelivery: 51, ruleEvaluation: 52, ingestionLimits: 53, retentionAge: 54, discards: 55, remoteWrite: 56, certificates: 57 },
  },
  'inference-metrics': {
    title: 'Inference Metrics', folder: 'project',
    panels: { requestsByEndpoint: 11, latencyQuantiles: 21, p99ByEndpoint: 23, queueDepth: 41 },
  },
  'resource-util': {
    title: 'Resource Utilization', folder: 'platform',
    panels: { restarts: 5, cpuByService: 11, memoryByNode: 14, gpuByCluster: 31, crashLoops: 43 },
  },
  'error-tracking': {
    title: 'Error Tracking', folder: 'project',
    panels: { errorRatioByEndpoint: 12, budgetRemaining: 30, burnRate: 31, errorLinesByService: 41, linesByLevel: 42 },
  },
  'cluster-status': {
    title: 'Cluster Status', folder: 'platform',
    panels: { notReady: 2, nodeCount: 11, gpuByCluster: 21, freeGpus: 22 },
  },
  'audit-activity': {
    title: 'Audit Activity', folder: 'audit',
    panels: { failedLogins: 12, accountsWithMostFailures: 22 },
  },
} as const;

export type DashboardUid = keyof typeof dashboardNames;
export type PanelKey<Uid extends DashboardUid> = keyof (typeof dashboardNames)[Uid]['panels'] & string;

/** A panel that an alert opens. */
export interface PanelRef {
  readonly uid: DashboardUid;
  readonly panel: string;
  readonly id: number;
}

/**
 * Refers to a panel by key; a key that the dashboard does not promise does not compile. One that came through a cast has the
 * id NaN, and so gives a link that the checks report: a declaration must not throw.
 */
export function panelRef<Uid extends DashboardUid>(uid: Uid, panel: PanelKey<Uid>): PanelRef {
  const dashboards: Readonly<Record<string, { readonly panels: Readonly<Record<string, number>> }>> = dashboardNames;
  return { uid, panel, id: dashboards[uid]?.panels[panel] ?? Number.NaN };
}
