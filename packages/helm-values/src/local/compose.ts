import type { Environment } from '@bud-o11y/model';
import type { ProgramConfig } from '../program.ts';
import { type ComposeFile, composeSchema } from '../schemas/compose.ts';
import { type StartedProgram, startedPrograms } from './started.ts';

/** Where the containers see the target's root. */
const mounted = '/target';

/**
 * The image names these paths in variables, which beat the file; and the file's own name for the root is the shell's PWD.
 * The image's start script has the command.
 */
const grafanaVariables = {
  PWD: mounted,
  GF_PATHS_CONFIG: `${mounted}/grafana/grafana.ini`,
  GF_PATHS_DATA: `${mounted}/grafana/data`,
  GF_PATHS_LOGS: `${mounted}/grafana/logs`,
  GF_PATHS_PLUGINS: `${mounted}/grafana/plugins`,
  GF_PATHS_PROVISIONING: `${mounted}/grafana/provisioning`,
} as const;

function compose(environment: Environment): ComposeFile {
  return { services: Object.fromEntries(startedPrograms(environment).map((program) => [program.name, service(program)])) };
}

/**
 * On the host's network, so that the files hold as they lie: every address in them is on 127.0.0.1. As the user whose folder
 * it is, since the programs write their data there.
 */
function service({ name, image, args, after }: StartedProgram): ComposeFile['services'][string] {
  return {
    image,
    network_mode: 'host',
    user: '${BUD_UID:-1000}:${BUD_GID:-1000}',
    working_dir: mounted,
    volumes: [`./:${mounted}`],
    ...(name === 'grafana' ? { environment: grafanaVariables } : { command: args }),
    ...(after.length === 0 ? {} : { depends_on: after }),
    restart: 'unless-stopped',
  };
}

/** `docker compose up` in the target's root starts all of it; `BUD_UID=$(id -u) BUD_GID=$(id -g)` for a user other than 1000. */
export const composeFile: ProgramConfig = { name: 'compose', program: 'compose', file: 'compose.yaml', source: 'local/compose.ts', layer: 'backends', schema: () => composeSchema, content: compose };
