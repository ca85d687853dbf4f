import { describe, expect, it } from '@jest/globals';
import { remoteWriteBody } from './remote-write.ts';

describe('remoteWriteBody', () => {
  it('writes protobuf in a frame of Snappy: length, one literal, message', () => {
    const body = remoteWriteBody([{ labels: { b: '2', __name__: 'up' }, samples: [[1_700_000_000, 1]] }]);
    const names = ['0a 0e', '0a 08', Buffer.from('__name__').toString('hex'), '12 02', Buffer.from('up').toString('hex'), '0a 06', '0a 01 62', '12 01 32'];
    const sample = ['12 10', '09 000000000000f03f', '10 80d095ffbc31'];
    const message = Buffer.from([...names, ...sample].join('').replaceAll(' ', ''), 'hex');
    const whole = Buffer.concat([Buffer.from([0x0a, message.length]), message]);
    expect(body.toString('hex')).toBe(Buffer.concat([Buffer.from([whole.length, 0xfc, whole.length - 1, 0, 0, 0]), whole]).toString('hex'));
  });

  it('keeps what is not a number', () => {
    const body = remoteWriteBody([{ labels: { __name__: 'a' }, samples: [[1_700_000_000, Number.POSITIVE_INFINITY]] }]);
    expect(body.toString('hex')).toContain('09000000000000f07f');
  });
});
