import { z } from 'zod';
import { durationMs } from './duration.ts';

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

type Sized = 'mimirIngester' | 'loki';

interface Replicated {
  readonly replicationFactor: number;
  readonly sizes: Readonly<Record<Sized, { readonly replicas: number }>>;
}

/** As many instances as each sample or line has copies: with fewer, no write reaches its quorum. */
export function enoughReplicas(size: Sized): Rule<Replicated> {
  // Looked at as soon as these two are numbers, whatever else is wrong with the file: all faults are reported at once.
  const readable = z.object({ replicationFactor: z.number(), sizes: z.object({ [size]: z.object({ replicas: z.number() }) }) });
  return [
    ({ sizes, replicationFactor }) => sizes[size].replicas >= replicationFactor,
    {
      path: ['sizes', size, 'replicas'],
      error: ({ input }) => {
        const { sizes, replicationFactor } = input as Replicated;
        return `sizes.${size}.replicas (${sizes[size].replicas}) is less than replicationFactor (${replicationFactor})`;
      },
      when: ({ value }) => readable.safeParse(value).success,
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
