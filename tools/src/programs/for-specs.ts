import { it } from '@jest/globals';
import { findProgram } from './find.ts';

/**
 * A test that needs a real program, which it gets the path of. Without the program it is skipped and says so;
 * where CI=true it fails, because there the programs are part of the promise.
 */
export function itWithProgram(program: string, name: string, test: (path: string) => void | Promise<void>, timeoutMs = 60_000): void {
  const path = findProgram(program, process.env['PATH'] ?? '');
  if (path !== undefined) {
    it(name, () => test(path), timeoutMs);
  } else if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(`${program} is missing; \`npm run tools\` installs it and says why when it cannot`);
    });
  } else {
    process.stdout.write(`skipped for want of ${program} (\`npm run tools\` installs it): ${name}\n`);
    it.skip(name, () => undefined);
  }
}
