import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../../fixtures/host.ts';
import { inClusterConnection } from './in-cluster.ts';

describe('inClusterConnection', () => {
  it.each([
    ['10.0.0.1', 'https://10.0.0.1:8443'],
    ['fd00::1', 'https://[fd00::1]:8443'],
  ])('%s', async (host, origin) => await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'ca.crt'), 'pem');
    await writeFile(join(folder, 'namespace'), 'obs\n');
    expect(await inClusterConnection({ KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: '8443' }, folder)).toMatchObject({ origin, ca: 'pem', namespace: 'obs', bearer: { kind: 'tokenFile', path: join(folder, 'token') } });
  }));

  it('is not there outside of a pod', async () => await inTemporaryFolder(async (folder) => {
    expect(await inClusterConnection({}, folder)).toBeUndefined();
    expect(await inClusterConnection({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, folder)).toBeUndefined();
  }));
});
