// The last step of .ci/run: reads the log of the test command on stdin and prints one line, `N passed, N failed`.
import { text } from 'node:stream/consumers';
import { sumLine, sumTests } from './sum-tests.ts';

process.stdout.write(`${sumLine(sumTests(await text(process.stdin)))}\n`);
