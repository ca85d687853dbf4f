import { describe, expect, it } from '@jest/globals';
import { startHttpSink } from './http-sink.ts';

describe('startHttpSink', () => {
  it.each([
    { path: 'pagerduty', body: { event_action: 'trigger', payload: { summary: 'a' } }, expected: { receiver: 'pagerduty-critical', status: 'firing' } },
    { path: 'pagerduty', body: { event_action: 'resolve', payload: { summary: 'a' } }, expected: { receiver: 'pagerduty-critical', status: 'resolved' } },
    { path: 'slack', body: { channel: '#one', attachments: [{ title: '[FIRING:1] P2 A' }] }, expected: { receiver: 'slack-warning', status: 'firing' } },
    { path: 'slack', body: { channel: '#two', attachments: [{ title: '[RESOLVED] P3 A' }] }, expected: { receiver: 'slack-info', status: 'resolved' } },
    { path: 'audit', body: { status: 'resolved', alerts: [] }, expected: { receiver: 'webhook-audit', status: 'resolved' } },
    { path: 'heartbeat-mimir', body: { status: 'firing', alerts: [] }, expected: { receiver: 'deadmansswitch-mimir', status: 'firing' } },
    { path: 'heartbeat-loki', body: { status: 'firing', alerts: [] }, expected: { receiver: 'deadmansswitch-loki', status: 'firing' } },
  ])('takes $body at /$path', async ({ path, body, expected }) => {
    const sink = await startHttpSink({ '#one': 'slack-warning', '#two': 'slack-info' });
    const { ok } = await fetch(`${sink.url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await sink.close();
    expect(ok).toBe(true);
    expect(sink.received).toMatchObject([expected]);
  });
});
