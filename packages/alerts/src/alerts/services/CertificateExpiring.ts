import { type Environment, anyOf, labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { certificateExpiry } = metrics;
const by = labels(certificateExpiry, 'exported_namespace', 'name');
const days = 86_400;
const gateway = { exported_namespace: 'bud', name: 'gateway-tls' };
const expires = (values: string, of: Partial<typeof gateway> = {}) => [samples(certificateExpiry({ ...gateway, ...of }), values)];

/** cert-manager serves the whole cluster, which environments may share. */
const ownCertificates = ({ namespaces }: Environment) => certificateExpiry({ exported_namespace: anyOf(...namespaces.apps, namespaces.observability) });

/** Certificates renew themselves a month ahead: two weeks before the end, that has failed more than once. One that was never issued expires at 0. */
export const certificateExpiring = alert({
  id: 'CertificateExpiring',
  area: 'services',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: 'budgateway',
  threshold: { value: 14 * days, unit: 'seconds', comparison: '<' },
  expr: (threshold, { environment }) => promql`max by (${by}) (${ownCertificates(environment)}) - time() < ${threshold}`,
  for: '30m',
  summary: 'Certificate {{ $labels.name }} expires in {{ $value | humanizeDuration }}',
  description: 'Certificate {{ $labels.exported_namespace }}/{{ $labels.name }} has not been renewed, although less than 14 days of it are left. When it ends, clients refuse every connection that it protects.',
  panel: panelRef('platform-overview', 'certificates'),
  tests: [
    fires('a certificate is not renewed', { series: expires(`${14 * days + 600}x60`), quietAt: '40m', at: '42m', alerts: [{ labels: gateway, value: 14 * days + 600 - 42 * 60 }] }),
    fires('a certificate was never issued', { series: expires('0x60'), at: '42m', alerts: [{ labels: gateway, value: -42 * 60 }] }),
    quiet('a certificate is renewed', { series: expires(`${14 * days + 600}x20 ${90 * days}x40`), at: '60m' }),
    quiet('a certificate of another environment is not renewed', { series: expires(`${14 * days + 600}x60`, { exported_namespace: 'elsewhere' }), at: '60m' }),
  ],
});
