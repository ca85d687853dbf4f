import { type Query, extract, field, logFields, logql, macros, stream, streamLabel, variableMatch } from '@bud-o11y/model';
import { failing } from './logs.ts';

const { event, logger, message } = logFields;
const chosen = { namespace: variableMatch('namespace'), app: variableMatch('service') };

/** Streams of the chosen services; those that tell of failures. */
const all = stream(chosen);
const failures = stream({ ...chosen, level: failing });

/** Memory that ran out, in the words of the kernel, of Kubernetes and of CUDA. */
export const outOfMemory: Query = logql`${all} |~ "(?i)out of memory|oomkilled|cuda error"`;

/** Failures per second; `$__auto` is at least as long as a step. */
export const failureRate: Query = logql`sum(rate(${failures}[${macros.auto}]))`;
/** Failures per bar, by service. */
export const failuresByService: Query = logql`sum by (${streamLabel('app')}) (count_over_time(${failures}[${macros.interval}]))`;
/** All lines per bar, by level. */
export const linesByLevel: Query = logql`sum by (${streamLabel('level')}) (count_over_time(${all}[${macros.interval}]))`;

/** By event, whose values are bounded; a message has as many values as there are lines. */
export const topFailures: Query = logql`topk(20, sum by (${streamLabel('app')}, ${field(event)}) (count_over_time(${failures} | json ${extract(event)} | __error__="" [${macros.range}])))`;

/** Lines that break the JSON contract of document 4.2. */
export const unparseableLines: Query = logql`sum(count_over_time(${all} | json | __error__!="" [${macros.range}]))`;

/** The failures themselves, with logger, event and message in front. */
export const failureLines: Query = logql`${failures} | json | line_format "{{.${field(logger)}}} {{.${field(event)}}} {{.${field(message)}}}"`;

/** What budcluster itself complains of. */
export const clusterFailures: Query = logql`${stream({ app: 'budcluster', level: failing })} | json`;
