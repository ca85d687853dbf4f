import { durationMs } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';

/** No query reads further back than the environment keeps what it reads. */
export const retentionQueryWindow = artifactCheck({
  id: 'retention-query-window',
  severity: 'error',
  why: 'the result covers less time than it says, so a ratio or a budget over it is wrong',
  appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
  *run({ queries }, { environment }) {
    const { metrics, logs } = environment.retention;
    for (const { at, file, query } of queries) {
      if (query.language === 'traceql') continue;
      const kept = query.language === 'promql' ? metrics : logs;
      const ranges = [...query.text.matchAll(/\[((?:\d+(?:ms|[smhdwy]))+)[\]:]|\boffset\s+((?:\d+(?:ms|[smhdwy]))+)/g)].map((match) => match[1] ?? match[2] ?? '');
      const longest = ranges.find((range) => (durationMs(range) ?? 0) > (durationMs(kept) ?? 0));
      if (longest === undefined) continue;
      const what = `reads ${longest} back, and this environment keeps ${query.language === 'promql' ? 'metrics' : 'logs'} for ${kept}`;
      yield { at, ...(file === undefined ? {} : { file }), what, fix: 'shorten the range, or leave the query out where retention is shorter' };
    }
  },
});
