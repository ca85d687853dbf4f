import { artifactCheck } from '../check.ts';
import { objectNames } from '@bud-o11y/model';

/** Kubernetes refuses a ConfigMap whose data is larger, and a name that is longer (facts: Kubernetes API limits). */
const limitBytes = 1_048_576;
const limitName = 253;
/** What names, labels and annotations of one object take at most, beside its data. */
const overheadBytes = 2_048;

/** What becomes one Kubernetes object fits into it. */
export const artifactSize = artifactCheck({
  id: 'artifact-size',
  severity: 'error',
  why: 'the API server refuses the object, so the environment keeps the old one or none',
  appliesTo: ['recording-rules', 'alert-rules', 'alertmanager', 'dashboard', 'datasources'],
  *run(artifact) {
    const bytes = Buffer.byteLength(artifact.text) + Buffer.byteLength(artifact.path) + overheadBytes;
    if (bytes > limitBytes) {
      yield { what: `takes ${bytes} bytes as an object, and Kubernetes allows ${limitBytes}`, fix: artifact.kind === 'dashboard' ? 'split the dashboard' : 'split the file' };
    }
    const object = artifact.kind === 'dashboard' ? objectNames.dashboardPrefix + artifact.name : artifact.name;
    if (object.length > limitName) yield { what: `would be an object with a name of ${object.length} characters, and Kubernetes allows ${limitName}`, fix: 'shorten the name' };
  },
});
