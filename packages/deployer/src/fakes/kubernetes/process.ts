import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaultRule } from './faults.ts';
import type { FakeOptions } from './index.ts';

/** A fake API server that runs in a process of its own. */
export interface FakeProcess {
  readonly url: string;
  readonly ca: string | undefined;
  readonly kubeconfig: string;
  /** How many requests of each name there were since the start or the last `clear`. */
  counts(): Promise<Readonly<Record<string, number>>>;
  clear(): Promise<void>;
  /** Adds a fault that is data: no pattern, and no function. */
  fault(rule: FaultRule): Promise<void>;
  close(): Promise<void>;
}

const entry = join(import.meta.dirname, '../../fixtures/fake-kubernetes.ts');

/** Starts the fake with `node`, the path of a Node that runs TypeScript. Only options that are data reach another process. */
export async function startFakeProcess(node: string, options: Omit<FakeOptions, 'now'> = {}): Promise<FakeProcess> {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', entry, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the fake API server ended');
    return JSON.parse(value as string) as T;
  };
  const ask = (question: string): Promise<Readonly<Record<string, number>>> => {
    child.stdin.write(`${question}\n`);
    return next();
  };
  const place = await next<{ readonly url: string; readonly ca?: string; readonly kubeconfig: string }>();
  return {
    url: place.url,
    ca: place.ca,
    kubeconfig: place.kubeconfig,
    counts: () => ask('counts'),
    clear: async () => void (await ask('clear')),
    fault: async (rule) => void (await ask(`fault ${JSON.stringify(rule)}`)),
    close: () => new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.stdin.end();
    }),
  };
}
