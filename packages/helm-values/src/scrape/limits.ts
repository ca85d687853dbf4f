/** Labels that one series may have (document 9.1): Prometheus refuses the scrape, Mimir the series. */
export const maxLabelsPerSeries = 40;

/** Samples that one target may expose per scrape (document 9.1): a target above it is dropped whole and `up` becomes 0. */
export const maxSamplesPerScrape = 20_000;

/** Length of a label's name and value (document 9.1), as Mimir limits them: one value too long fails the scrape, and is seen. */
export const maxLabelLength = { name: 1_024, value: 2_048 } as const;
