import { type AccessArtifact, type ArtifactId, type Environment, makeArtifact } from '@bud-o11y/model';

/** One request to Grafana's HTTP API, as an administrator sends it. */
export interface AccessRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

interface AccessInput {
  readonly name: 'folders' | 'permissions' | 'teams';
  readonly notes: readonly string[];
  readonly requests: readonly AccessRequest[];
  readonly needs?: readonly ArtifactId[];
}

const unenforced = 'Nothing sends these requests and nothing keeps what they set: an administrator sends them, in order, and again after every change.';

/** A list of requests as an artifact that says of itself that nothing enforces it (decisions 9). */
export function accessArtifact(environment: Environment, { name, notes, requests, needs = [] }: AccessInput): AccessArtifact {
  return makeArtifact({
    kind: 'access',
    project: 'dashboards',
    environment: environment.name,
    name,
    path: `dashboards/${environment.name}/access/${name}.yaml`,
    source: `packages/dashboards/src/access/${name}.ts`,
    data: { enforced: false, notes: [unenforced, ...notes], grafana: environment.grafanaUrl, requests },
    needs,
  });
}
