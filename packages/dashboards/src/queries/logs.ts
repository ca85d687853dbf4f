import { type Query, eventIs, extract, field, logEvents, logFields, logql, matching, ownJobs, stream, streamLabel } from '@bud-o11y/model';

const { durationMs, event, tenantId, userId } = logFields;
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
export const errorsOfClickedService: Query = logql`${stream({ app: '${__field.labels.service}', level: failing })}`;
/** The same where the series is labelled by job. */
export const errorsOfClickedJob: Query = logql`${stream({ app: '${__field.labels.job}', level: failing })}`;
/** The same where the series comes from Loki. */
export const errorsOfClickedApp: Query = logql`${stream({ app: '${__field.labels.app}', level: failing })}`;

/** Failures of the service whose table row was clicked. */
export const errorsOfClickedRow: Query = logql`${stream({ app: '${__data.fields.app}', level: failing })}`;

/** Lines of the gateway that name the endpoint whose series was clicked. */
export const gatewayLinesOfClickedEndpoint: Query = logql`${stream({ app: 'budgateway' })} |= "\${__field.labels.endpoint}"`;

/** Lines of the pod whose row was clicked. */
export const linesOfClickedPod: Query = logql`${stream({ app: '${__data.fields.service}', pod: '${__data.fields.pod}' })}`;

/** Lines of budcluster that name the cluster whose row was clicked. */
export const linesOfClickedCluster: Query = logql`${stream({ app: 'budcluster' })} |= "\${__data.fields.cluster}"`;
