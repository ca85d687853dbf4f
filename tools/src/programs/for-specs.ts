import { describe, it } from '@jest/globals';
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

/** A group of tests that needs several programs, which it gets the paths of by name; missing ones count as for `itWithProgram`. */
export function describeWithPrograms<Name extends string>(programs: readonly Name[], name: string, body: (paths: Readonly<Record<Name, string>>) => void): void {
  const found = programs.map((program) => [program, findProgram(program, process.env['PATH'] ?? '')] as const);
  const missing = found.filter(([, path]) => path === undefined).map(([program]) => program);
  const [first] = missing;
  if (first === undefined) describe(name, () => body(Object.fromEntries(found) as Readonly<Record<Name, string>>));
  else itWithProgram(first, missing.length === 1 ? name : `${name} (${missing.join(', ')} are missing)`, () => undefined);
}
