import { describe, expect, it } from '@jest/globals';
import { at, clusters } from '../testing/rendered.ts';

interface Volume {
  readonly name: string;
  readonly hostPath: { readonly path: string; readonly type: string };
}

describe('Alloy', () => {
  it.each(clusters)('of $environment.name keeps how far it has read in a folder of the node', (one) => {
    const storage = at(one, 'alloy', 'alloy', 'storagePath');
    const [mount] = at(one, 'alloy', 'alloy', 'mounts', 'extra') as readonly [{ readonly name: string; readonly mountPath: string; readonly readOnly: boolean }];
    const volumes = at(one, 'alloy', 'controller', 'volumes', 'extra') as readonly Volume[];
    expect(mount).toMatchObject({ mountPath: storage, readOnly: false });
    expect(volumes.filter(({ name }) => name === mount.name).map(({ hostPath }) => hostPath.type)).toEqual(['DirectoryOrCreate']);
  });

  it('shares that folder with no other environment', () => {
    const paths = clusters.map((one) => at(one, 'alloy', 'controller', 'volumes', 'extra', 0, 'hostPath', 'path'));
    expect(new Set(paths).size).toBe(clusters.length);
  });

  it.each(clusters)('of $environment.name runs on tainted nodes too', (one) => {
    expect(at(one, 'alloy', 'controller', 'tolerations')).toEqual([{ operator: 'Exists' }]);
  });
});
