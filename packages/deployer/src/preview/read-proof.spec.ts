import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemsError, proofOfLifePath } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../fixtures/host.ts';
import { nodeFileSystem } from '../targets/directory/file-system.ts';
import { readProof } from './read-proof.ts';

const proof = { environment: 'local', uid: 'overview', runs: [{ scenario: 'healthy', from: 0, to: 60, stepSeconds: 15, panels: {} }] };

async function read(text: string | undefined): Promise<unknown> {
  return await inTemporaryFolder(async (root) => {
    const file = join(root, proofOfLifePath('local', 'overview'));
    await mkdir(dirname(file), { recursive: true });
    if (text !== undefined) await writeFile(file, text);
    return await readProof(root, 'local', 'overview', nodeFileSystem);
  });
}

describe('readProof', () => {
  it('has what the proof of life wrote, and nothing where it did not run', async () => {
    expect(await read(JSON.stringify(proof))).toEqual(proof);
    expect(await read(undefined)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', ''],
    ['another form', JSON.stringify({ ...proof, runs: [{ ...proof.runs[0], stepSeconds: 0 }] }), 'runs.0.stepSeconds'],
  ])('refuses %s by file and place', async (_, text, path) => {
    const thrown: unknown = await read(text).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemsError);
    expect((thrown as ProblemsError).problems).toMatchObject([{ code: 'proof-of-life-invalid', where: { file: 'dist/proof-of-life/local/overview.json', ...(path === '' ? {} : { path }) } }]);
  });
});
