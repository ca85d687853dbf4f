import { slos } from '@bud-o11y/model';

/** Share of inference requests that may fail. */
export const allowedErrors = Number((1 - slos.inferenceAvailability.objective).toFixed(6));
