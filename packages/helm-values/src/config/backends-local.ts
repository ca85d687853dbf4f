import type { Environment } from '@bud-o11y/model';
import type { z } from 'zod';
import { majorOf } from '../component-version.ts';
import type { ProgramConfig } from '../program.ts';
import { keptLongEnough } from '../rules/kept-long-enough.ts';
import { lokiRules } from '../rules/loki.ts';
import { lokiConfigSchema } from '../schemas/loki-config.ts';
import { mimirConfigSchema } from '../schemas/mimir-config.ts';
import { tempo2ConfigSchema, tempo3ConfigSchema } from '../schemas/tempo-config.ts';
import { lokiConfig } from './loki.ts';
import { mimirConfig } from './mimir.ts';
import { tempoConfig } from './tempo.ts';

/*
 * The backends' files for a directory. They store on disk, not in S3: nobody has an object store on a laptop,
 * and everything else (limits, retention, receivers, rules) is the same function as in a cluster.
 * Paths are relative to the root of the directory target, where the programs are started.
 */

/** Started as `mimir -config.file=mimir/mimir.yaml -query-frontend.instance-addr=127.0.0.1`: that address has no YAML key. */
export const mimirYaml: ProgramConfig = { name: 'mimir', program: 'mimir', file: 'mimir.yaml', source: 'config/mimir.ts', layer: 'backends', schema: () => mimirConfigSchema, rules: [keptLongEnough('mimir', 'limits.compactor_blocks_retention_period')], content: mimirConfig };

/** Started as `loki -config.file=loki/loki.yaml`. */
export const lokiYaml: ProgramConfig = { name: 'loki', program: 'loki', file: 'loki.yaml', source: 'config/loki.ts', layer: 'backends', schema: () => lokiConfigSchema, rules: lokiRules(''), content: lokiConfig };

/** Started as `tempo -config.file=tempo/tempo.yaml`. */
export const tempoYaml: ProgramConfig = { name: 'tempo', program: 'tempo', file: 'tempo.yaml', source: 'config/tempo.ts', layer: 'backends', schema: tempoSchemaOf, rules: [keptLongEnough('tempo', 'overrides.defaults.compaction.block_retention')], content: tempoConfig };

function tempoSchemaOf(environment: Environment): z.ZodType {
  return majorOf(environment, 'tempo') === 2 ? tempo2ConfigSchema : tempo3ConfigSchema;
}
