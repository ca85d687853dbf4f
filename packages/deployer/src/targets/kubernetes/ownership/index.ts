export { conflictsOf, type OwnershipConflict } from './conflicts.ts';
export { type DriftField, driftFields, ownerOf, writersOf } from './drift.ts';
export { fieldPaths } from './field-set.ts';
export { judge, type Objection, type Verdict } from './judge.ts';
export { fieldManager, fieldsDigest, ourEntry } from './manager.ts';
export { jsonPatch, type JsonPatchOperation, ownershipRewrite, type Rewrite } from './rewrite.ts';
