// npm runs this as `prepare`. It wires the git hooks for a developer and must never break an install:
// in CI, outside git and without devDependencies it does nothing, silently.
import { existsSync } from 'node:fs';

if (!process.env.CI && existsSync('.git')) {
  const husky = await import('husky').catch(() => undefined);
  husky?.default();
}
