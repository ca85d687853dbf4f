import { durationMs } from '@bud-o11y/model';
import { type ValueRule, at } from '../value-rule.ts';

/** The shortest retention that each program takes, or can keep to, and why. */
const floors = {
  mimir: { shortest: '24h', why: 'Mimir compacts to blocks of a day and deletes whole blocks; 0 keeps everything for ever' },
  loki: { shortest: '24h', why: 'Loki refuses less than a day at start' },
  tempo: { shortest: '1h', why: 'Tempo compacts in windows of an hour and deletes whole blocks' },
  prometheus: { shortest: '2h', why: 'Prometheus cuts blocks of two hours and deletes whole blocks' },
} as const;

/** A retention that the program keeps to. What is no duration is a fault of its type. */
export function keptLongEnough(program: keyof typeof floors, path: string): ValueRule {
  const { shortest, why } = floors[program];
  return (values) => {
    const kept = at(values, path);
    const ms = typeof kept === 'string' ? durationMs(kept) : undefined;
    if (ms === undefined || ms >= Number(durationMs(shortest))) return [];
    return [{ path, what: `a retention of ${String(kept)} is below ${shortest}: ${why}`, fix: `keep it for at least ${shortest}: retention, in the environment's file` }];
  };
}
