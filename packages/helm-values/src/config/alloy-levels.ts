import { streamLabels } from '@bud-o11y/model';

/** The level of a line that has none, or none of ours. */
const unknown = 'unknown';

/** Levels of document 4.3 that pass as they are. */
const kept = (streamLabels.level.values ?? []).filter((level) => level !== unknown);

/** What other loggers call a level of ours. */
const synonyms = { trace: 'debug', notice: 'info', warn: 'warning', err: 'error', fatal: 'critical', panic: 'critical' } as const;

/**
 * A Go template that closes the level to five values plus `unknown`: an open label would grow the index without end.
 * Reads `level` (structlog) or `levelname` (python-json-logger, upper case).
 */
export function levelTemplate(): string {
  const branches = [
    ...Object.entries(synonyms).map(([from, to]) => `if eq $level "${from}" }}${to}`),
    `if has $level (list ${kept.map((level) => `"${level}"`).join(' ')}) }}{{ $level }}`,
  ];
  return `{{ $level := lower (default "" (coalesce .level .levelname)) }}{{ ${branches.join('{{ else ')}{{ else }}${unknown}{{ end }}`;
}
