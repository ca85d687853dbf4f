#!/usr/bin/env node
// Syntax of Node 18: this file must be able to say that Node is too old. TypeScript is loaded last.
import { spawn } from 'node:child_process';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 24;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const major = (version) => Number(version.split('.')[0]);

if (major(process.versions.node) >= wanted) {
  // What was compiled once is not compiled again: a third of the start-up. Where nothing can be written, nothing is kept.
  nodeModule.enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules/.cache/bud-o11y'));
  // A signal that comes while the command is loaded stops it before it begins, and is told as every other one.
  const stop = new AbortController();
  const onEarly = () => stop.abort();
  for (const signal of signals) process.on(signal, onEarly);
  const command = await import('../src/cli.ts').catch(explain);
  const ended = command?.runProcess({}, stop);
  for (const signal of signals) process.off(signal, onEarly);
  await ended;
} else {
  const node = workspaceNode();
  if (node === undefined) {
    process.stderr.write(
      `error usage  bud-o11y needs Node ${wanted} and runs on ${process.versions.node}\n` +
        '  why: it is TypeScript that Node itself runs, which older versions cannot\n' +
        `  fix: run \`npm ci\` in the repository, which brings Node ${wanted} for this workspace, or install Node ${wanted}\n` +
        'exit 1: error\n',
    );
    process.exitCode = 1;
  } else {
    runAgainWith(node);
  }
}

/** A mistake in a source file is told as every other fault of the input: where, what, and no stack. */
async function explain(thrown) {
  const { loadFailure } = await import('../src/load-failure.ts');
  const told = await loadFailure(thrown, process.argv.slice(2), process.env, process.stderr.isTTY === true);
  if (told === undefined) throw thrown;
  process.stdout.write(told.out);
  process.stderr.write(told.err);
  process.exitCode = 1;
  return undefined;
}

/** The Node that `npm ci` brought; undefined when it is missing or too old as well. */
function workspaceNode() {
  try {
    const manifest = nodeModule.createRequire(import.meta.url).resolve('node/package.json');
    const { version, bin } = nodeModule.createRequire(import.meta.url)(manifest);
    return major(version) >= wanted ? join(dirname(manifest), typeof bin === 'string' ? bin : bin.node) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The child is a process group of its own, so a Ctrl-C of the terminal reaches only this process, which passes it on:
 * once, as it does with a signal that is sent to this process alone. It ends as the child ends, and sleeps when it is
 * sent to sleep. The channel between them ends with this process, however it ends: then the child stops too.
 */
function runAgainWith(node) {
  let passed;
  const forward = (signal) => {
    passed = signal;
    child.kill(signal);
  };
  const sleep = () => {
    // A group without a terminal ignores SIGTSTP.
    child.kill('SIGSTOP');
    process.kill(process.pid, 'SIGSTOP');
  };
  const wake = () => child.kill('SIGCONT');
  for (const signal of signals) process.on(signal, forward);
  process.on('SIGTSTP', sleep).on('SIGCONT', wake);
  // Heard from before there is a child: a signal is handled in a later turn.
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: true });
  child.on('error', (error) => {
    process.stderr.write(`error usage  cannot start ${node}: ${error.message}\n  fix: run \`npm ci\` again\nexit 1: error\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.off(each, forward);
    process.off('SIGTSTP', sleep).off('SIGCONT', wake);
    if (signal === null) {
      process.exitCode = code ?? 1;
    } else if (signal === passed) {
      // Nothing of ours heard it yet: it came in the first moment of the child.
      process.stderr.write('error cancelled  bud-o11y was stopped before it began\nexit 5: cancelled before anything was changed in a target\n');
      process.exitCode = 5;
    } else {
      process.exitCode = 128 + (constants.signals[signal] ?? 0);
      process.kill(process.pid, signal);
    }
  });
}
