import type { WaveName } from '../plan/waves.ts';
import type { ApplyEvent } from './events.ts';
import type { Step } from './schedule.ts';

/** Tells when the first step of a wave begins and when its last one has ended; waves overlap where edges allow it. */
export function waveProgress(steps: readonly Step[], emit: (event: ApplyEvent) => void): { started(step: Step): void; ended(step: Step): void } {
  const writes = steps.filter((step) => step.change !== undefined);
  const left = new Map<WaveName, number>();
  for (const { object } of writes) left.set(object.wave, (left.get(object.wave) ?? 0) + 1);
  const changes = new Map(left);
  const begun = new Set<WaveName>();
  return {
    started({ object: { wave }, change }) {
      if (change === undefined || begun.has(wave)) return;
      begun.add(wave);
      emit({ event: 'waveStarted', wave, changes: changes.get(wave) ?? 0 });
    },
    ended({ object: { wave }, change }) {
      if (change === undefined) return;
      const now = (left.get(wave) ?? 0) - 1;
      left.set(wave, now);
      if (now === 0 && begun.has(wave)) emit({ event: 'waveFinished', wave });
    },
  };
}
