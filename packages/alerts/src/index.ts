export * from './alert.ts';
export * from './alerts/index.ts';
export * from './cases.ts';
export * from './groups.ts';
export * from './promtool.ts';
export * from './render.ts';
export { receiversOf } from './routing/routes.ts';
export * from './rules-of.ts';
export * from './template.ts';
