import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { smallBundle } from '../../fixtures/artifacts.ts';
import { inTemporaryFolder } from '../../fixtures/host.ts';
import { targetContract } from '../contract.ts';
import { nodeFileSystem } from './file-system.ts';
import { systemHolders } from './holder.ts';
import { directoryTarget } from './index.ts';
import { programLayout } from './layout.ts';

targetContract('directory', async (test) => {
  await inTemporaryFolder(async (folder) => {
    const root = join(folder, 'target');
    const holders = systemHolders({ pid: process.pid, isRunning: () => true, now: () => new Date(0) });
    const target = directoryTarget({ root, environment: 'local', layout: programLayout, fileSystem: nodeFileSystem, holders });
    const textAt = (address: string): string => target.place(smallBundle()).objects.find((object) => object.address === address)?.text ?? '';
    await test({
      target,
      bundle: smallBundle,
      plant: async (address, content) => {
        await mkdir(dirname(join(root, address)), { recursive: true });
        await writeFile(join(root, address), content === 'same' ? textAt(address) : 'foreign');
      },
      edit: async (address) => await writeFile(join(root, address), 'edited by hand'),
      destroy: async (address) => await rm(join(root, address)),
    });
  });
});
