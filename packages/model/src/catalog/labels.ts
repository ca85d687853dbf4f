/** One label: what it means, how many values it may have, and which ones when the list is closed. */
export interface LabelSpec<Value extends string = string> {
  readonly help: string;
  /** Expected number of distinct values over a day; document 4.3 and 9.1. */
  readonly cardinality: number;
  readonly values?: readonly Value[];
}

export type Labels = Readonly<Record<string, LabelSpec>>;

/** An open label. */
export function open(help: string, cardinality: number): LabelSpec {
  return { help, cardinality };
}

/** A label with a closed list of values: any other value in a matcher does not compile. */
export function closed<const Value extends string>(help: string, ...values: Value[]): LabelSpec<Value> {
  return { help, cardinality: values.length, values };
}

/**
 * Target labels: set by service discovery and relabelling, not by the program (facts: "target label is not metric label").
 * `k8s_cluster` is the platform's own cluster (external label); `cluster` is one that the platform manages (decisions 14).
 */
export const targetLabels = {
  job: open('scrape job, equal to the service name', 15),
  instance: open('scraped address', 200),
  namespace: open('Kubernetes namespace', 5),
  pod: open('pod name', 200),
  node: open('Kubernetes node', 50),
  service: open('service of the catalog; equals Loki `app` and OpenTelemetry `service.name`', 15),
  k8s_cluster: open('the platform cluster that sent the series (external label)', 4),
} as const satisfies Labels;
