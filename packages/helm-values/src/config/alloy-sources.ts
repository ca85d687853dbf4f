import { type Environment, services } from '@bud-o11y/model';
import { list, quoted } from './alloy-text.ts';

/** Pods of this node and of this environment's namespaces: a cluster may hold two environments. */
export function podLogs(environment: Environment): string {
  const { namespaces, release } = environment;
  return `discovery.kubernetes "pods" {
	role = "pod"

	namespaces {
		names = ${list([namespaces.observability, ...namespaces.apps])}
	}

	selectors {
		role  = "pod"
		field = "spec.nodeName=" + coalesce(sys.env("HOSTNAME"), constants.hostname)
	}
}

discovery.relabel "pods" {
	targets = discovery.kubernetes.pods.targets

	rule {
		source_labels = ["__meta_kubernetes_pod_phase"]
		regex         = "Pending|Succeeded|Failed|Completed"
		action        = "drop"
	}

	// The first of the two labels that is set.
	rule {
		source_labels = ["__meta_kubernetes_pod_label_app_kubernetes_io_name", "__meta_kubernetes_pod_label_app"]
		separator     = ";"
		regex         = ";*([^;]+)(;.*)?"
		target_label  = "app"
	}

	// The platform's pods are called <release>-<service>; \`app\` is the service.
	rule {
		source_labels = ["app"]
		regex         = ${quoted(`${release}-(${Object.keys(services).join('|')})`)}
		target_label  = "app"
	}

${[['namespace', 'namespace'], ['pod_name', 'pod'], ['pod_container_name', 'container']].map(([meta, label]) => `	rule {
		source_labels = ["__meta_kubernetes_${meta}"]
		target_label  = "${label}"
	}
`).join('\n')}}

loki.source.kubernetes "pods" {
	targets    = discovery.relabel.pods.output
	forward_to = [loki.process.bud.receiver]

	clustering {
		// Each instance reads its own node already.
		enabled = false
	}
}
`;
}

/** Files \`logs/<service>.log\` below the root of the directory target: the labels that a pod would have, from the file's name. */
export function fileLogs(environment: Environment): string {
  return `local.file_match "logs" {
	path_targets = [{ __path__ = "logs/*.log", namespace = ${quoted(environment.namespaces.apps[0] ?? environment.name)}, pod = "local" }]
}

discovery.relabel "logs" {
	targets = local.file_match.logs.targets

${['app', 'container'].map((label) => `	rule {
		source_labels = ["__path__"]
		regex         = ".*/([^/]+)\\\\.log"
		target_label  = "${label}"
	}
`).join('\n')}}

loki.source.file "logs" {
	targets    = discovery.relabel.logs.output
	forward_to = [loki.process.bud.receiver]
}
`;
}
