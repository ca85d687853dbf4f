import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { readMail, startSmtpSink } from './smtp-sink.ts';

describe('startSmtpSink', () => {
  it('takes a message, in whatever pieces it comes', async () => {
    const sink = await startSmtpSink();
    const [host = '', port = ''] = sink.address.split(':');
    const socket = connect(Number(port), host);
    const says = async (): Promise<string> => String((await once(socket, 'data'))[0]);
    expect(await says()).toMatch(/^220 /);
    for (const [line, answer] of [['EHLO me', '250'], ['MAIL FROM:<a@b.c>', '250'], ['RCPT TO:<d@e.f>', '250'], ['DATA', '354']]) {
      socket.write(`${line}\r\n`);
      expect((await says()).slice(0, 3)).toBe(answer);
    }
    socket.write('Subject: [firing] hello\r\n\r\nfirst\r\n');
    socket.write('second\r\n.\r');
    socket.write('\n');
    expect(await says()).toMatch(/^250 /);
    socket.end('QUIT\r\n');
    await once(socket, 'close');
    await sink.close();
    expect(sink.received).toEqual([{ receiver: 'default', status: 'firing', text: 'Subject: [firing] hello\n\nfirst\nsecond' }]);
  });
});

describe('readMail', () => {
  it.each([
    { message: 'Subject: [resolved] x\r\n\r\nbye', status: 'resolved', text: 'bye' },
    { message: 'Subject: [firing] x\r\n\r\na =E2=80=93 b=\r\n c', status: 'firing', text: 'a – b c' },
    { message: 'Subject: [firing] x\r\n\r\nhttps://a/?b=3Dc&amp;d', status: 'firing', text: 'https://a/?b=c&d' },
  ])('reads $message', ({ message, status, text }) => {
    expect(readMail(message)).toMatchObject({ status, text: expect.stringMatching(text.replaceAll('?', '\\?')) });
  });
});
