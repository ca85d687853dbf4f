/** A sample of a drawn series: unix seconds, where its mark begins (0, or what it is stacked on) and where it ends. */
export interface Sample {
  readonly seconds: number;
  readonly base: number;
  readonly value: number | null;
}
