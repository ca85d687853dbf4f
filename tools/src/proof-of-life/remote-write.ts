import type { Entity } from './entities.ts';

/** A series to be written: samples in time order. */
export interface WrittenSeries {
  /** With `__name__`. */
  readonly labels: Entity;
  readonly samples: readonly (readonly [seconds: number, value: number])[];
}

/** Length of an encoded sample: a double, and a time stamp in milliseconds, which takes six bytes until the year 2109. */
const sampleLength = 9 + 1 + 6;

/** The body of a remote-write request (protobuf, version 1) in the frame of Snappy, which is allowed not to compress. */
export function remoteWriteBody(series: readonly WrittenSeries[]): Buffer {
  const message = Buffer.concat(series.map((one) => field(1, timeSeries(one))));
  const frame = Buffer.alloc(5);
  // One literal for all of it: tag 63 announces a length of four bytes.
  frame.writeUInt8(63 << 2);
  frame.writeUInt32LE(Math.max(0, message.length - 1), 1);
  return Buffer.concat([varint(message.length), frame, message]);
}

function timeSeries({ labels, samples }: WrittenSeries): Buffer {
  const names = Object.keys(labels).sort();
  const pairs = names.map((name) => field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, Buffer.from(labels[name] ?? ''))])));
  const encoded = Buffer.allocUnsafe(samples.length * (2 + sampleLength));
  samples.forEach(([seconds, value], index) => writeSample(encoded, index * (2 + sampleLength), seconds * 1_000, value));
  return Buffer.concat([...pairs, encoded]);
}

function writeSample(into: Buffer, at: number, milliseconds: number, value: number): void {
  into[at] = (2 << 3) | 2;
  into[at + 1] = sampleLength;
  into[at + 2] = (1 << 3) | 1;
  into.writeDoubleLE(value, at + 3);
  into[at + 11] = 2 << 3;
  let rest = milliseconds;
  for (let byte = 0; byte < 6; byte += 1) {
    into[at + 12 + byte] = (rest % 128) | (byte < 5 ? 128 : 0);
    rest = Math.floor(rest / 128);
  }
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
