/** The mutants that were run, by id, and those that a case noticed. */
export interface Tally {
  readonly mutants: ReadonlySet<string>;
  readonly caught: ReadonlySet<string>;
}

/** A mutant that no case notices, and why that is right. */
export interface Survivor {
  readonly mutant: string;
  readonly reason: string;
}

/** What a run comes to. */
export interface MutationReport {
  readonly total: number;
  readonly caught: number;
  readonly survivors: readonly string[];
  /** Faults of the run: what must be mended before it passes. */
  readonly faults: readonly string[];
}

/** The least share of mutants that the cases must notice. */
export const leastCaught = 0.95;

/** Holds what survived against the list of what may. */
export function judge(tallies: readonly Tally[], listed: readonly Survivor[]): MutationReport {
  const mutants = new Set(tallies.flatMap((tally) => [...tally.mutants]));
  const caught = new Set(tallies.flatMap((tally) => [...tally.caught]));
  const survivors = [...mutants].filter((id) => !caught.has(id)).toSorted();
  const known = new Set(listed.map(({ mutant }) => mutant));
  const share = mutants.size === 0 ? 0 : caught.size / mutants.size;
  return {
    total: mutants.size,
    caught: caught.size,
    survivors,
    faults: [
      ...survivors.filter((id) => !known.has(id)).map((id) => `no case notices ${id}: add one, or list it in survivors.ts with the reason`),
      ...listed.filter(({ mutant }) => !survivors.includes(mutant)).map(({ mutant }) => `${mutant} is listed as a survivor and is ${mutants.has(mutant) ? 'caught' : 'no mutant'}: take it off the list`),
      ...(share >= leastCaught ? [] : [`only ${(share * 100).toFixed(1)}% of the mutants are caught, ${leastCaught * 100}% must be`]),
    ],
  };
}

/** What `npm run mutation` prints. */
export function reportText({ total, caught, survivors, faults }: MutationReport, listed: readonly Survivor[]): string {
  const reasonOf = new Map(listed.map(({ mutant, reason }) => [mutant, reason]));
  return [
    `${caught} of ${total} mutants caught (${((caught / total) * 100).toFixed(1)}%), ${survivors.length} survive`,
    ...survivors.map((id) => `  ${id}\n    ${reasonOf.get(id) ?? 'not listed'}`),
    ...faults,
  ].join('\n');
}
