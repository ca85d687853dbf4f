import { type DataLink, toExplore } from './links.ts';
import {
  allErrors, budappFailures, errorsOfChosenServices, errorsOfClickedApp, errorsOfClickedJob, errorsOfClickedService, failedLogins, gatewayFailures, gatewayLinesOfClickedEndpoint,
  gatewayLinesOfClickedModel, linesOfClickedClusterSeries, linesOfClickedEvent, linesOfClickedPodSeries, linesOfClickedTenant, simulatorFailures,
} from './queries/logs.ts';
import { clusterFailures } from './queries/panel-logs.ts';
import {
  failingGatewayTraces, failingPlatformTraces, failingTraces, failingTracesOfClickedEndpoint, loginTraces, slowRequests, slowTracesOfClickedEndpoint, spansOfClickedName, tracesOfBudcluster,
  tracesOfClickedApp, tracesOfClickedCluster, tracesOfClickedEndpoint, tracesOfClickedJob, tracesOfClickedModel, tracesOfClickedPod, tracesOfClickedService,
} from './queries/traces.ts';

type Signals = readonly [logs: DataLink, traces: DataLink];

const gatewayLines = toExplore('Gateway logs', gatewayLinesOfClickedEndpoint);
const gatewayErrors = toExplore('Gateway errors', gatewayFailures);
const failedTraces = toExplore('Failed traces', failingPlatformTraces);
const namedSpans = toExplore('Spans of this name', spansOfClickedName);

/** The lines and the traces behind a series of a chart, by the label that it carries or by whom it is about. */
export const signals = {
  endpoint: [gatewayLines, toExplore('Traces', tracesOfClickedEndpoint)],
  slowEndpoint: [gatewayLines, toExplore('Slow traces', slowTracesOfClickedEndpoint)],
  failingEndpoint: [gatewayLines, toExplore('Failed traces', failingTracesOfClickedEndpoint)],
  model: [toExplore('Gateway logs', gatewayLinesOfClickedModel), toExplore('Traces', tracesOfClickedModel)],
  /** A sum over endpoints and models. */
  gateway: [gatewayErrors, toExplore('Failed traces', failingGatewayTraces)],
  slowGateway: [gatewayErrors, toExplore('Slow traces', slowRequests)],
  service: [toExplore('Error logs', errorsOfClickedService), toExplore('Traces', tracesOfClickedService)],
  /** A series of Prometheus' own, which is labelled by job. */
  job: [toExplore('Error logs', errorsOfClickedJob), toExplore('Traces', tracesOfClickedJob)],
  /** A series of Loki, which is labelled by app. */
  app: [toExplore('Failures of this service', errorsOfClickedApp), toExplore('Traces', tracesOfClickedApp)],
  /** A sum over the services that the variables choose. */
  chosenServices: [toExplore('Error logs', errorsOfChosenServices), toExplore('Failed traces', failingTraces)],
  platform: [toExplore('All failures', allErrors), failedTraces],
  pod: [toExplore('Logs of this pod', linesOfClickedPodSeries), toExplore('Traces', tracesOfClickedPod)],
  cluster: [toExplore('budcluster logs', linesOfClickedClusterSeries), toExplore('Traces', tracesOfClickedCluster)],
  budcluster: [toExplore('budcluster failures', clusterFailures), toExplore('Traces of budcluster', tracesOfBudcluster)],
  logins: [toExplore('Failed logins', failedLogins), toExplore('Login traces', loginTraces)],
  event: [toExplore('Lines of this event', linesOfClickedEvent), failedTraces],
  tenant: [toExplore('Lines of this tenant', linesOfClickedTenant), failedTraces],
  /** Series of traces, which are labelled by the name of the span. */
  budclusterSpans: [toExplore('budcluster failures', clusterFailures), namedSpans],
  gatewaySpans: [gatewayErrors, namedSpans],
  simulatorSpans: [toExplore('Simulator failures', simulatorFailures), namedSpans],
  budappSpans: [toExplore('budapp failures', budappFailures), namedSpans],
  platformSpans: [toExplore('All failures', allErrors), namedSpans],
} as const satisfies Readonly<Record<string, Signals>>;
