// Run by itself when a source cannot be loaded: it ends as Node ends a program, which prints the place of the fault.
import '@bud-o11y/model';
import '@bud-o11y/rules';
import '@bud-o11y/alerts';
import '@bud-o11y/dashboards';
import '@bud-o11y/helm-values';
import '@bud-o11y/checks';
