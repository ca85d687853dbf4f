import type { Environment } from '@bud-o11y/model';
import { loopbackPorts, portOf } from '../addresses.ts';

/** Every port that the stack of a directory target takes on 127.0.0.1, by what listens there. */
export function localPorts({ urls, grafanaUrl }: Environment): Readonly<Record<string, number>> {
  return {
    mimir: portOf(urls.mimir),
    loki: portOf(urls.loki),
    tempo: portOf(urls.tempo),
    alertmanager: portOf(urls.alertmanager),
    prometheus: portOf(urls.prometheus),
    grafana: portOf(grafanaUrl),
    ...loopbackPorts,
  };
}
