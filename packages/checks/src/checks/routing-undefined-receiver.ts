import { artifactCheck } from '../check.ts';
import { objectsOf, textOf } from '../json-view.ts';
import { allRoutes, readRoutes, receiverIntegrations } from '../routing.ts';

/** Every receiver and time interval that a route names is defined, once. */
export const routingUndefinedReceiver = artifactCheck({
  id: 'routing-undefined-receiver',
  severity: 'error',
  why: 'Alertmanager refuses the whole file and keeps routing by the old one, or does not start at all',
  appliesTo: ['alertmanager'],
  *run({ data }) {
    const receivers = receiverIntegrations(data);
    const names = objectsOf(data['receivers']).map(({ name }) => textOf(name));
    const intervals = [...objectsOf(data['time_intervals']), ...objectsOf(data['mute_time_intervals'])].map(({ name }) => textOf(name));
    for (const route of allRoutes(readRoutes(data))) {
      if (!receivers.has(route.receiver)) {
        yield { at: route.at, what: `sends to the receiver ${JSON.stringify(route.receiver)}, which is not defined`, fix: `define it, or use one of ${names.join(', ')}` };
      }
      for (const name of [...route.activeTimeIntervals, ...route.muteTimeIntervals]) {
        if (!intervals.includes(name)) yield { at: route.at, what: `names the time interval ${JSON.stringify(name)}, which is not defined`, fix: 'define it under time_intervals' };
      }
    }
    for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
      yield { at: 'receivers', what: `defines the receiver ${name} twice`, fix: 'keep one of them' };
    }
  },
});
