/** Labels that one series may have (document 9.1): Prometheus refuses the scrape, Mimir the series. */
export const maxLabelsPerSeries = 40;

/** Samples that one target may expose per scrape (document 9.1): a target above it is dropped whole and `up` becomes 0. */
export const maxSamplesPerScrape = 20_000;
