import type { ProgramConfig } from '../program.ts';
import { lokiConfig } from './loki.ts';
import { mimirConfig } from './mimir.ts';
import { tempoConfig } from './tempo.ts';

/*
 * The backends' files for a directory. They store on disk, not in S3: nobody has an object store on a laptop,
 * and everything else (limits, retention, receivers, rules) is the same function as in a cluster.
 * Paths are relative to the root of the directory target, where the programs are started.
 */

/** Started as `mimir -config.file=mimir/mimir.yaml -query-frontend.instance-addr=127.0.0.1`: that address has no YAML key. */
export const mimirYaml: ProgramConfig = { name: 'mimir', program: 'mimir', file: 'mimir.yaml', source: 'config/mimir.ts', layer: 'backends', content: mimirConfig };

/** Started as `loki -config.file=loki/loki.yaml`. */
export const lokiYaml: ProgramConfig = { name: 'loki', program: 'loki', file: 'loki.yaml', source: 'config/loki.ts', layer: 'backends', content: lokiConfig };

/** Started as `tempo -config.file=tempo/tempo.yaml`. */
export const tempoYaml: ProgramConfig = { name: 'tempo', program: 'tempo', file: 'tempo.yaml', source: 'config/tempo.ts', layer: 'backends', content: tempoConfig };
