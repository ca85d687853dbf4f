import { z } from 'zod';

const service = z.strictObject({
  /** By exact tag: `latest` would be another program tomorrow. */
  image: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+:v?\d+\.\d+\.\d+$/, 'not an image with the tag of one version, such as grafana/loki:3.7.6'),
  network_mode: z.literal('host'),
  user: z.string().min(1),
  working_dir: z.string().startsWith('/'),
  volumes: z.array(z.string()).readonly(),
  command: z.array(z.string()).readonly().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z.array(z.string()).readonly().optional(),
  restart: z.literal('unless-stopped'),
});

/** The compose file as far as it is used here. */
export const composeSchema = z.strictObject({ services: z.record(z.string(), service) });

/** What `local/compose.ts` may write. */
export type ComposeFile = z.input<typeof composeSchema>;
