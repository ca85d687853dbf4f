import { alertReference } from './alert-reference.ts';
import { commandsPage } from './commands.ts';
import { documentCoverage } from './document-coverage.ts';
import { errorsPage } from './errors.ts';
import { metricCatalog } from './metric-catalog.ts';
import { prerequisites } from './prerequisites.ts';

/** Every page of docs/generated, by file name. */
export const pages: Readonly<Record<string, () => string>> = {
  'alert-reference.md': alertReference,
  'commands.md': commandsPage,
  'document-coverage.md': documentCoverage,
  'errors.md': errorsPage,
  'metric-catalog.md': metricCatalog,
  'prerequisites.md': prerequisites,
};
