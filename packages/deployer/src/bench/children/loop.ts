// `node loop.ts <LoopTask as JSON>`: sends recorded requests through a pool and does nothing else: what the wire and the
// server allow. Writes of objects go out together; everything else waits for its answer, as the engine has to.
import { writeFileSync } from 'node:fs';
import { type Dispatcher, Pool } from 'undici';
import { type Metered, startMeter } from '../meter.ts';
import { type RecordedRequest, readRecording } from '../recording.ts';

/** What to send, where to, and how many at once. */
export interface LoopTask {
  readonly server: string;
  /** PEM. */
  readonly ca?: string;
  readonly recording: string;
  readonly replaced: readonly (readonly [from: string, to: string])[];
  readonly concurrency: number;
  readonly figures: string;
}

/** What the loop did. */
export interface LoopFigures extends Metered {
  /** Answers of 400 and more. */
  readonly refused: number;
  /** Peak of the resident set, in MiB. */
  readonly memory: number;
}

const { server, ca, recording, replaced, concurrency, figures } = JSON.parse(process.argv[2] ?? '') as LoopTask;
const requests = readRecording(recording, replaced);
const metered = startMeter();
const pool = new Pool(server, { connections: 16, allowH2: true, ...(ca === undefined ? {} : { connect: { ca } }) });
let refused = 0;

async function send({ method, path, headers, body }: RecordedRequest): Promise<void> {
  const { statusCode, body: answer } = await pool.request({ method: method as Dispatcher.HttpMethod, path, headers: [...headers], ...(body === undefined ? {} : { body }) });
  await answer.text();
  if (statusCode >= 400) refused += 1;
}

/** A write of one of the many: one dashboard's. */
const isBulk = ({ method, path }: RecordedRequest): boolean => method === 'PATCH' && /-bench-\d+\?/.test(path);

const ready: RecordedRequest[] = [];
async function drain(): Promise<void> {
  ready.reverse();
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) await send(next);
  }));
}
for (const request of requests) {
  if (isBulk(request)) ready.push(request);
  else {
    await drain();
    await send(request);
  }
}
await drain();
const result: LoopFigures = { ...metered(), refused, memory: process.resourceUsage().maxRSS / 1024 };
writeFileSync(figures, JSON.stringify(result));
await pool.close();
