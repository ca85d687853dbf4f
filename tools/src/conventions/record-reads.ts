// Preload (`node --import`): writes the path of every file and folder that the program reads to the file that READS_FILE names.
import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';

const fs = createRequire(import.meta.url)('node:fs') as Record<string, unknown> & { promises: Record<string, unknown>; writeFileSync(path: string, text: string): void };
const reads = new Set<string>();

function record(path: unknown): void {
  if (typeof path === 'string' && path.startsWith('node:')) return;
  if (typeof path === 'string') reads.add(path.startsWith('file:') ? fileURLToPath(path) : path);
  else if (path instanceof URL) reads.add(fileURLToPath(path));
}

function watch(owner: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const original = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = (...args: unknown[]): unknown => {
      record(args[0]);
      return original.apply(owner, args);
    };
  }
}

const readers = ['readFile', 'open', 'readdir', 'opendir'];
watch(fs, [...readers, ...readers.map((name) => `${name}Sync`), 'createReadStream']);
watch(fs.promises, readers);
syncBuiltinESMExports();
registerHooks({
  load(url, context, next) {
    record(url);
    return next(url, context);
  },
});
process.on('exit', () => fs.writeFileSync(process.env['READS_FILE'] ?? '', JSON.stringify([...reads])));
