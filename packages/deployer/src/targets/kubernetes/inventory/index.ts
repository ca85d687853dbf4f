export { applySet, applySetId, inventoryName, tooling } from './apply-set.ts';
export type { Inventory, InventoryEntry, InventoryPlace, RunRecord } from './entry.ts';
export { readInventory, removeInventory, type StoredInventory, writeInventory } from './store.ts';
