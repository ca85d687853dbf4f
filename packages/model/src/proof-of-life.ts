import { z } from 'zod';

const point = z.tuple([z.number(), z.number().nullable()]);

const series = z.strictObject({
  labels: z.record(z.string(), z.string()),
  /** Unix seconds and value, oldest first; `null` where the answer has NaN or an infinity, which JSON cannot hold. */
  points: z.array(point),
});

const answer = z.strictObject({
  /** `matrix`: curves over time; `vector`: one point per series. */
  type: z.enum(['matrix', 'vector']),
  series: z.array(series),
});

const run = z.strictObject({
  /** Name of the scenario whose telemetry was asked. */
  scenario: z.string().min(1),
  /** Time that the dashboard shows, in Unix seconds. A panel with a time of its own has points outside of it. */
  from: z.number(),
  to: z.number(),
  /** Step of a panel as wide as the dashboard; narrower ones have longer steps. */
  stepSeconds: z.number().positive(),
  /** Answers by panel id and refId. */
  panels: z.record(z.string(), z.record(z.string(), answer)),
});

/**
 * What the panels of one dashboard showed while the proof of life ran: first all of them in the scenario `healthy`, then,
 * for each scenario that names panels of the dashboard, those panels.
 */
export const proofOfLifeSchema = z.strictObject({ environment: z.string().min(1), uid: z.string().min(1), runs: z.array(run).min(1) });

export type ProofOfLife = z.output<typeof proofOfLifeSchema>;
export type ProofOfLifeRun = ProofOfLife['runs'][number];
export type ProofOfLifeAnswer = z.output<typeof answer>;

/** Where the file of one dashboard lies below the repository; it is never committed. */
export function proofOfLifePath(environment: string, uid: string): string {
  return `dist/proof-of-life/${environment}/${uid}.json`;
}
