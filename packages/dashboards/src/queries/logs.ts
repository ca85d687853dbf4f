import { type Query, eventIs, extract, field, linkedVariableMatch, logEvents, logFields, logql, matching, ownJobs, stream, streamLabel } from '@bud-o11y/model';

const { durationMs, event, tenantId, userId } = logFields;
const clicked = (label: string): string => `\${__field.labels.${label}}`;
const apps = matching(ownJobs);

/** Levels at which a line tells of a failure. */
export const failing = matching('error|critical');

/** Every failure of the platform. Document 4.4 looks for the word "error" in the line; the index label is exact and cheaper. */
export const allErrors: Query = logql`${stream({ app: apps, level: failing })} | json | __error__=""`;

/** Requests to budapp that took longer than a second; `duration_ms` is a field of document 4.2. */
export const slowRequests: Query = logql`${stream({ app: 'budapp' })} | json | __error__="" | ${field(durationMs)} > 1000`;

/** Logins that were refused. The word in front lets Loki skip lines before it parses any. */
export const failedLogins: Query = logql`${stream({ app: 'budapp' })} |= "login_failed" | json ${extract(event, userId, tenantId)} | __error__="" | ${eventIs(logEvents.loginFailed)}`;

/** What one user did: the user of the row that was clicked. */
export const activityOfClickedUser: Query = logql`${stream({ app: 'budapp' })} | json | __error__="" | ${field(userId)}="\${__data.fields.user_id}"`;

/** Failures per second of every service. */
export const errorRateByService: Query = logql`sum by (${streamLabel('app')}) (rate(${stream({ app: apps, level: failing })}[5m]))`;

/** The five queries of document 4.4 by what it calls them. */
export const documentQueries = {
  'All errors in last hour': allErrors,
  'Slow API requests': slowRequests,
  'Authentication failures': failedLogins,
  'Specific user activity': activityOfClickedUser,
  'Error rate by service': errorRateByService,
} as const satisfies Readonly<Record<string, Query>>;

/** Failures of the service whose series was clicked, by the label that the series carries. */
export const errorsOfClickedService: Query = logql`${stream({ app: clicked('service'), level: failing })}`;
/** The same where the series is labelled by job. */
export const errorsOfClickedJob: Query = logql`${stream({ app: clicked('job'), level: failing })}`;
/** The same where the series comes from Loki. */
export const errorsOfClickedApp: Query = logql`${stream({ app: clicked('app'), level: failing })}`;
/** The same where the series has no service: those that the variables choose. */
export const errorsOfChosenServices: Query = logql`${stream({ app: linkedVariableMatch('service'), level: failing })}`;

/** Failures of the service whose table row was clicked. */
export const errorsOfClickedRow: Query = logql`${stream({ app: '${__data.fields.app}', level: failing })}`;

/** Lines of the gateway that name the endpoint whose series was clicked. */
export const gatewayLinesOfClickedEndpoint: Query = logql`${stream({ app: 'budgateway' })} |= "\${__field.labels.endpoint}"`;
/** Those that name the model. */
export const gatewayLinesOfClickedModel: Query = logql`${stream({ app: 'budgateway' })} |= "\${__field.labels.model}"`;
/** Failures of the gateway, for a series over all endpoints and models. */
export const gatewayFailures: Query = logql`${stream({ app: 'budgateway', level: failing })}`;

/** Failures of the simulator. */
export const simulatorFailures: Query = logql`${stream({ app: 'budsim', level: failing })}`;
/** Failures of budapp. */
export const budappFailures: Query = logql`${stream({ app: 'budapp', level: failing })}`;

/** Events of the kind that was clicked. The word in front lets Loki skip lines before it parses any. */
export const linesOfClickedEvent: Query = logql`${stream({ app: apps })} |= "\${__field.labels.event}" | json ${extract(event)} | __error__="" | ${field(event)}="\${__field.labels.event}"`;
/** What was done in the tenant whose bar was clicked. */
export const linesOfClickedTenant: Query = logql`${stream({ app: apps })} |= "\${__data.fields.tenant_id}" | json ${extract(event, userId, tenantId)} | __error__="" | ${field(tenantId)}="\${__data.fields.tenant_id}"`;

/** Lines of the pod whose row was clicked. */
export const linesOfClickedPod: Query = logql`${stream({ app: '${__data.fields.service}', pod: '${__data.fields.pod}' })}`;

/** Lines of budcluster that name the cluster whose row was clicked. */
export const linesOfClickedCluster: Query = logql`${stream({ app: 'budcluster' })} |= "\${__data.fields.cluster}"`;
/** Those that name the cluster whose series was clicked. */
export const linesOfClickedClusterSeries: Query = logql`${stream({ app: 'budcluster' })} |= "\${__field.labels.cluster}"`;

/** Lines of the pod whose series was clicked. */
export const linesOfClickedPodSeries: Query = logql`${stream({ namespace: clicked('namespace'), pod: clicked('pod') })}`;
