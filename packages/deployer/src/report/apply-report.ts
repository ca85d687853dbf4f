import type { ApplyEvent, Outcome, WaveTally } from '../apply/events.ts';
import type { Host } from '../host.ts';
import { waveNames } from '../plan/waves.ts';
import { countText } from './count-text.ts';
import { liveLine } from './live-line.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';
import { problemText } from './problem-text.ts';
import { tallyTable } from './tally-table.ts';

/** Turns the events of an apply into output. */
export type Reporter = (event: ApplyEvent) => void;

/** One JSON object per line on stdout, and nothing else there. */
export function jsonReporter(host: Host): Reporter {
  return (event) => host.out.write(`${JSON.stringify(event)}\n`);
}

/** What a run is about: the words of its beginning and its end. */
const purposes = { apply: { doing: 'applying', to: 'to', done: 'applied' }, delete: { doing: 'deleting', to: 'from', done: 'deleted' } } as const;

/** Progress on stderr (one live line on a terminal, else a line per wave), the summary per wave on stdout. */
export function textReporter(host: Host, palettes: { readonly out: Palette; readonly err: Palette }, purpose: keyof typeof purposes): Reporter {
  const { doing, to, done } = purposes[purpose];
  const live = liveLine(host.err);
  const { out, err } = palettes;
  return (event) => {
    switch (event.event) {
      case 'runStarted':
        return live.print(`${doing} ${event.environment} ${to} ${event.target.kind} ${printable(event.target.address)}: ${countText(event.changes, 'change')}, ${event.unchanged} unchanged`);
      case 'problem':
        return live.print(problemText([event.problem], err).trimEnd());
      case 'lockAwaited':
        return live.print(`${err.changed('notice')} run ${event.holder.run} (${printable(event.holder.at)}) has the lock: it takes up to ${Math.ceil(event.waitMs / 1000)} s to see whether it was killed`);
      case 'lockTakenOver':
        return live.print(`${err.changed('notice')} took over the lock that run ${event.holder.run} (${printable(event.holder.at)}) left when it was killed`);
      case 'waveStarted':
        return live.print(`[${waveNames.indexOf(event.wave) + 1}/${waveNames.length}] ${event.wave}: ${event.changes} to write`);
      case 'objectChanged':
        for (const warning of event.warnings ?? []) live.print(`${err.changed('warning')} ${printable(event.address)}: ${printable(warning)}`);
        return live.update(`${event.done}/${event.of} ${event.wave}: ${printable(event.address)}`);
      case 'objectHeld':
        return live.print(`${err.changed(event.reason)} ${printable(event.address)}\n${problemText([event.problem], err).trimEnd()}`);
      case 'objectFailed':
        return live.print(`${err.removed('failed')} ${err.dim(event.code)}  ${printable(event.address)}: ${printable(event.message)}\n  fix: ${printable(event.fix)}`);
      case 'objectSkipped':
        return live.print(`${err.changed('skipped')} ${printable(event.address)}: ${printable(event.because)}`);
      case 'waveFinished':
        return live.clear();
      case 'pruneStarted':
        return live.print(`removing ${event.changes}${purpose === 'apply' ? ' that are no longer wanted' : ''}`);
      case 'pruneSkipped':
        return live.print(`${err.changed('notice')} ${event.changes} that are no longer wanted are left: nothing is removed before everything else is in place`);
      case 'stopping':
        return live.print(`${err.changed('stopping')}: ${countText(event.left, 'change')} left undone; what was done is recorded, run the command again to continue`);
      case 'runFinished':
        live.clear();
        return host.out.write(`${tallyTable(event.waves, out)}${outcomeText(event.outcome, event.waves, done)}\n`);
    }
  };
}

function outcomeText(outcome: Outcome, waves: readonly WaveTally[], word: string): string {
  const changed = waves.reduce((sum, wave) => sum + wave.created + wave.updated + wave.adopted + wave.deleted, 0);
  if (outcome === 'done') return changed === 0 ? 'no change' : word;
  if (outcome === 'incomplete') return changed === 0 ? 'nothing carried out; see above' : `${word} in part; see above`;
  return outcome === 'stopped' ? 'stopped before the end' : 'failed before the end';
}
