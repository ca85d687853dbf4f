import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { askLine } from './ask-line.ts';

/** What is typed at a terminal that is asked, and what became of it. */
async function typing(text: string, act: (stop: AbortController, input: PassThrough) => void = () => undefined): Promise<{ readonly answer: string | undefined; readonly stopped: boolean; readonly shown: string }> {
  const [input, output, stop] = [new PassThrough(), new PassThrough(), new AbortController()];
  let shown = '';
  output.on('data', (chunk: Buffer) => void (shown += chunk.toString()));
  const asked = askLine('which? ', { input, output, stop });
  input.write(text);
  act(stop, input);
  return { answer: await asked, stopped: stop.signal.aborted, shown };
}

describe('askLine', () => {
  it('gives the line', async () => expect(await typing('dev\r')).toMatchObject({ answer: 'dev', stopped: false, shown: expect.stringContaining('which? ') }));

  it.each<readonly [string, string, boolean, Parameters<typeof typing>[1]]>([
    ['by Ctrl-C, which the terminal gives as a character', 'de\u0003', true, undefined],
    ['by the end of the input', '\u0004', false, undefined],
    ['by an input that is closed', '', false, (_, input) => void input.end()],
    ['by a signal', 'de', true, (stop) => stop.abort()],
  ])('gives none when it is ended %s; what is said next begins a line', async (_, text, stopped, act) => {
    const said = await typing(text, act);
    expect(said).toMatchObject({ answer: undefined, stopped });
    expect(said.shown).toMatch(/\n$/);
  });
});
