import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Liveness, LockHolder } from '../target.ts';

/** A process as its lock file names it. `since` is an ISO 8601 time. */
export interface ProcessHolder {
  readonly run: string;
  readonly pid: number;
  readonly host: string;
  /** Identity of the machine's boot and of the process' start; empty where the system does not tell. */
  readonly boot: string;
  readonly started: string;
  readonly since: string;
}

/** The holder for those who know nothing of processes. */
export function lockHolder({ run, pid, host, since }: ProcessHolder): LockHolder {
  return { run, at: `process ${pid} on ${host}`, since };
}

/** How this process names itself in a lock, and how it judges others. */
export interface Holders {
  readonly pid: number;
  self(run: string): Promise<ProcessHolder>;
  liveness(holder: ProcessHolder): Promise<Liveness>;
  /** Whether a process with this id runs here. */
  isRunning(pid: number): boolean;
}

/** What only the entry point of the program knows. */
export interface ProcessTable {
  readonly pid: number;
  isRunning(pid: number): boolean;
  now(): Date;
}

/**
 * On Linux a process is its id, its start time and the machine's boot: an id that was given to another process since
 * is not mistaken for the holder. Elsewhere the id alone must do.
 */
export function systemHolders(table: ProcessTable): Holders {
  return {
    pid: table.pid,
    isRunning: (pid) => table.isRunning(pid),
    self: async (run) => ({ run, pid: table.pid, host: hostname(), boot: await bootId(), started: await startTime(table.pid), since: table.now().toISOString() }),
    async liveness(holder) {
      if (holder.host !== hostname()) return 'unknown';
      if (holder.boot !== '' && holder.boot !== (await bootId())) return 'dead';
      if (holder.started !== '') return (await startTime(holder.pid)) === holder.started ? 'alive' : 'dead';
      return table.isRunning(holder.pid) ? 'alive' : 'dead';
    },
  };
}

async function bootId(): Promise<string> {
  return (await textOf('/proc/sys/kernel/random/boot_id')).trim();
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may contain spaces and parentheses. A zombie has ended. */
async function startTime(pid: number): Promise<string> {
  const stat = await textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}
