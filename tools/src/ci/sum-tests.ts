/** Tests over all runs of a log. */
export interface TestSum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up Jest's closing lines of a log, colours or not; indented ones are quotations. What Nx replays from its cache counts: its log is replayed too. */
export function sumTests(log: string): TestSum {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  // eslint-disable-next-line no-control-regex -- colour codes begin with the escape character
  for (const [, counts = ''] of log.replaceAll(/\u001B\[[0-9;]*m/g, '').matchAll(/^Tests:\s+(.+)$/gm)) {
    for (const [, count, kind] of counts.matchAll(/(\d+) (passed|failed|skipped|todo)/g)) {
      sum[kind === 'todo' ? 'skipped' : (kind as keyof typeof sum)] += Number(count);
    }
  }
  return sum;
}

/** The line that closes `.ci/run`. */
export function sumLine({ passed, failed, skipped }: TestSum): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
