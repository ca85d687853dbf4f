export { type Adoption, adoption, jsonPatch, type JsonPatchOperation } from './adoption.ts';
export { conflictsOf, type OwnershipConflict } from './conflicts.ts';
export { type DriftField, driftFields, ownerOf } from './drift.ts';
export { fieldPaths } from './field-set.ts';
export { judge, type Objection, type Verdict } from './judge.ts';
export { fieldManager, fieldsDigest, ourEntry } from './manager.ts';
