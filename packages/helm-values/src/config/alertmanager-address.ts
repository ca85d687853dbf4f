import type { Environment } from '@bud-o11y/model';
import { alertmanagerSrv, isDirectory } from '../addresses.ts';

/** Where a ruler sends alerts. In a cluster all replicas by SRV record: Mimir marks that in the address, Loki by a switch beside it. */
export function addressOfAlertmanager(environment: Environment, ruler: 'mimir' | 'loki'): string {
  if (isDirectory(environment)) return environment.urls.alertmanager;
  return `${ruler === 'mimir' ? 'dnssrvnoa+' : ''}http://${alertmanagerSrv(environment)}`;
}
