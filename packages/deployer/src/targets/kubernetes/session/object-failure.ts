import type { AppError } from '@bud-o11y/model';
import { statusOf } from '../transport/index.ts';

const aboutObject: ReadonlySet<string> = new Set(['invalid', 'immutable', 'forbidden', 'notFound', 'conflict', 'unsupported', 'serverError']);

/**
 * Whether a failure is of the one object that was sent, so that the others may go on. An overloaded or silent server, or
 * refused credentials, would fail them all; a webhook that does not answer fails only what it is asked about.
 */
export function isAboutObject(error: AppError): boolean {
  return aboutObject.has(error.code) || statusOf(error)?.code === 500;
}
