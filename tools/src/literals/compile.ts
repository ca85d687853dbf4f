import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../conventions/workspace.ts';
import { run } from '../programs/run.ts';

/** The Node that runs the compiler, and what it finds in its environment. */
export interface Compiler {
  readonly execPath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What the workspace's own TypeScript says of a set of modules, compiled as one program; nothing when all is well. */
export async function compile(modules: Readonly<Record<string, string>>, { execPath, env }: Compiler): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'literals-'));
  try {
    for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, `${name}.ts`), text);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: { types: [] }, include: ['*.ts'] }));
    const { output } = await run(execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'], { cwd: folder, env: { ...env, NODE_OPTIONS: undefined }, timeoutMs: 120_000 });
    return output.split('\n').filter((line) => line.trim() !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
