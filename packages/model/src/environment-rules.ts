import { z } from 'zod';
import { durationMs } from './duration.ts';
import { type Profile, leastSizes, profiles } from './sizes/profiles.ts';

/** What zod's `refine` takes: whether a value is consistent, and what is said when it is not. */
type Rule<Value> = readonly [holds: (value: Value) => boolean, told: { readonly path: string[]; readonly error: (issue: { readonly input?: unknown }) => string; readonly when?: (payload: { readonly value: unknown }) => boolean }];

/** Nothing is kept for longer in the short store than in the long one. What is no duration passes here: its own field reports it. */
export function hasKeptFor<Short extends string, Long extends string>(short: Short, long: Long): Rule<Readonly<Record<Short | Long, string>>> {
  const ms = (duration: string): number => durationMs(duration) ?? Number.NaN;
  return [
    (retention) => !(ms(retention[short]) > ms(retention[long])),
    {
      path: [short],
      error: ({ input }) => {
        const retention = input as Readonly<Record<Short | Long, string>>;
        return `${short} (${retention[short]}) is longer than ${long} (${retention[long]})`;
      },
    },
  ];
}

type Replicated = 'mimirIngester' | 'mimirStoreGateway' | 'loki';

interface Overridden {
  readonly profile: Profile;
  readonly replicationFactor: number;
  readonly sizeOverrides: { readonly [Component in Replicated]?: { readonly replicas?: number | undefined } | undefined };
}

/** As many instances as each sample or line has copies: with fewer, no write reaches its quorum. */
export function enoughReplicas(component: Replicated): Rule<Overridden> {
  // Looked at as soon as these are readable, whatever else is wrong with the file: all faults are reported at once.
  const readable = z.object({ profile: z.enum(profiles), replicationFactor: z.number(), sizeOverrides: z.object({ [component]: z.object({ replicas: z.number().optional() }).optional() }) });
  const replicas = ({ profile, sizeOverrides }: Overridden): number => sizeOverrides[component]?.replicas ?? leastSizes[profile][component].replicas;
  return [
    (environment) => replicas(environment) >= environment.replicationFactor,
    {
      path: ['replicationFactor'],
      error: ({ input }) => {
        const environment = input as Overridden;
        return `replicationFactor (${environment.replicationFactor}) is more than ${component} has replicas (${replicas(environment)})`;
      },
      when: ({ value }) => readable.safeParse(value).success,
    },
  ];
}

const loadAndLimits = z.object({ load: z.record(z.string(), z.number()), limits: z.object({ mimir: z.record(z.string(), z.number()) }) });

/** What is expected must be let in: above its limit, Mimir refuses a part of every ordinary day. */
export function withinLimit(load: 'series' | 'samplesPerSecond', limit: 'maxGlobalSeriesPerUser' | 'ingestionRate'): Rule<z.output<typeof loadAndLimits>> {
  const numbers = (environment: z.output<typeof loadAndLimits>): readonly [number, number] => [environment.load[load] ?? 0, environment.limits.mimir[limit] ?? Number.POSITIVE_INFINITY];
  return [
    (environment) => numbers(environment)[0] <= numbers(environment)[1],
    {
      path: ['load', load],
      error: ({ input }) => {
        const [expected, most] = numbers(input as z.output<typeof loadAndLimits>);
        return `load.${load} (${expected}) is above limits.mimir.${limit} (${most})`;
      },
      when: ({ value }) => loadAndLimits.safeParse(value).success,
    },
  ];
}

interface SecretsPlace {
  readonly target: { readonly kind: string };
  readonly receivers: { readonly secretsDirectory: string };
}
const secretsPlace = z.object({ target: z.object({ kind: z.string() }), receivers: z.object({ secretsDirectory: z.string() }) });

/** In a container the secrets' folder is mounted, so its path begins at the root; a directory target holds it itself. */
export const placedSecrets: Rule<SecretsPlace> = [
  ({ target, receivers }) => {
    const path = receivers.secretsDirectory;
    return target.kind === 'directory' ? !path.split('/').includes('..') : path.startsWith('/');
  },
  {
    path: ['receivers', 'secretsDirectory'],
    error: ({ input }) => ((input as SecretsPlace).target.kind === 'directory' ? 'leaves the directory of the target' : 'a mounted folder must begin with /'),
    when: ({ value }) => secretsPlace.safeParse(value).success,
  },
];

const schemaAndGrafana = z.object({ dashboardSchema: z.string(), components: z.object({ grafana: z.string() }) });

/** Grafana serves `dashboard.grafana.app/v2` from its version 13 on. */
export const servedSchema: Rule<z.output<typeof schemaAndGrafana>> = [
  ({ dashboardSchema, components }) => dashboardSchema !== 'v2' || Number(components.grafana.split('.')[0]) >= 13,
  {
    path: ['dashboardSchema'],
    error: ({ input }) => `Grafana ${(input as z.output<typeof schemaAndGrafana>).components.grafana} does not serve dashboards of schema v2; 13 does`,
    when: ({ value }) => schemaAndGrafana.safeParse(value).success,
  },
];
