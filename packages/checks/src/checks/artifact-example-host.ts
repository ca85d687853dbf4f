import { bundleCheck } from '../check.ts';
import { leaves } from '../json-view.ts';

const shipped = /(?:[\w-]+\.)*bud\.example\b/;
/** Looked for first: the expression takes quadratic time over a long word without a dot. */
const mark = 'bud.example';

/**
 * The values of an environment that still name a `*.bud.example` host, in one Problem; and hosts of that kind that come from nowhere
 * but the code. An environment that is applied to this machine has no hosts to change.
 */
export const artifactExampleHost = bundleCheck({
  id: 'artifact-example-host',
  severity: 'warning',
  why: 'these hosts do not exist: mails, links and logins go nowhere, so an apply to Kubernetes stops while they stand',
  appliesTo: ['alertmanager', 'alert-rules', 'dashboard', 'datasources', 'helm-values'],
  *run({ bundle, environment }) {
    if (environment.target.kind !== 'kubernetes') return;
    const file = `packages/model/src/environments/${environment.name}.ts`;
    const values = leaves(environment).filter(({ text }) => text.includes(mark) && shipped.test(text));
    if (values.length > 0) {
      const keys = values.map(({ at }) => at);
      yield { file, at: keys.join(', '), what: `${keys.length} values still name a host of bud.example`, fix: `set ${keys.join(', ')} in ${file}` };
    }
    const known = values.map(({ text }) => text);
    for (const artifact of bundle.artifacts) {
      const written = leaves(artifact.data).filter(({ text }) => text.includes(mark)).flatMap(({ at, text }) => [...text.matchAll(new RegExp(shipped, 'g'))].map(([host]) => ({ at, host })));
      const foreign = written.find(({ host }) => !known.some((text) => text.includes(host) || host.endsWith(`.${text}`)));
      if (foreign !== undefined) yield { artifact, at: foreign.at, what: `names ${foreign.host}, which is written in the code`, fix: 'take the host from the environment' };
    }
  },
});
