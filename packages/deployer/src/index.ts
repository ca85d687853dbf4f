export { collectBundle, type CollectedBundle, renderAll } from './bundle.ts';
export { type CommandSpec, exitsOf, type OptionSpec } from './commands/command.ts';
export { commands } from './commands/index.ts';
export { type ApplyEvent, eventSchema } from './apply/events.ts';
export { waveNames, type WaveName, waveOf } from './plan/waves.ts';
export { programLayout } from './targets/directory/layout.ts';
