import { z } from 'zod';

/** Components by id, `type` or `type/name`. What is below belongs to each component, and the collector's own `validate` knows it. */
const components = z.record(z.string().regex(/^[a-z0-9_]+(\/[\w.-]+)?$/, 'not the id of a component: type or type/name'), z.record(z.string(), z.unknown()).nullable());

const ids = z.array(z.string().min(1)).readonly();

/** A collector's configuration: its parts, and how they are joined. */
export const otelConfigSchema = z.strictObject({
  receivers: components,
  processors: components.optional(),
  exporters: components,
  connectors: components.optional(),
  extensions: components.optional(),
  service: z.strictObject({
    telemetry: z.record(z.string(), z.unknown()).optional(),
    extensions: ids.optional(),
    pipelines: z.record(
      z.string().regex(/^(traces|metrics|logs)(\/[\w.-]+)?$/, 'not a pipeline: traces, metrics or logs, with a /name where there are several'),
      z.strictObject({ receivers: ids, processors: ids.optional(), exporters: ids }),
    ),
  }),
});
