import { describe, expect, it } from '@jest/globals';
import { alertmanager, problemsOf, slack } from '../fixtures.ts';
import { routingUndefinedReceiver } from './routing-undefined-receiver.ts';

describe('routing-undefined-receiver', () => {
  it('finds receivers and time intervals that are not defined, at any depth, and a receiver that is defined twice', () => {
    const tree = { receiver: 'default', routes: [{ matchers: ['a="b"'], routes: [{ receiver: 'pagr', mute_time_intervals: ['nights'] }] }] };
    const problems = problemsOf(routingUndefinedReceiver, [alertmanager(tree, [slack('default'), slack('pager'), slack('pager')])]);
    expect(problems.map(({ where, what }) => `${where.path}: ${what.split(',')[0]}`)).toEqual([
      'route.routes.0.routes.0: sends to the receiver "pagr"',
      'route.routes.0.routes.0: names the time interval "nights"',
      'receivers: defines the receiver pager twice',
    ]);
  });

  it('accepts a tree whose names are all defined', () => {
    const tree = { receiver: 'default', routes: [{ receiver: 'chat', active_time_intervals: ['days'] }] };
    expect(problemsOf(routingUndefinedReceiver, [alertmanager(tree, undefined, { time_intervals: [{ name: 'days' }] })])).toEqual([]);
  });
});
