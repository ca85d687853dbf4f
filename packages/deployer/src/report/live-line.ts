import type { Output } from '../host.ts';

/** One line that changes in place on a terminal, with whole lines printed above it; elsewhere only the whole lines. */
export interface LiveLine {
  print(line: string): void;
  update(line: string): void;
  clear(): void;
}

const eraseLine = '\r\u001b[2K';

export function liveLine(output: Output): LiveLine {
  let shown = false;
  const clear = (): void => {
    if (shown) output.write(eraseLine);
    shown = false;
  };
  return {
    clear,
    print(line) {
      clear();
      output.write(`${line}\n`);
    },
    update(line) {
      if (!output.isTerminal) return;
      output.write(`${eraseLine}${line.slice(0, Math.max(1, output.columns - 1))}`);
      shown = true;
    },
  };
}
