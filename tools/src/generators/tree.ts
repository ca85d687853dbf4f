/** The part of Nx's virtual file tree that the generators use. Nothing is on disk until all of a generator has succeeded. */
export interface Tree {
  exists(path: string): boolean;
  read(path: string, encoding: 'utf-8'): string | null;
  write(path: string, content: string): void;
}

/** Text of a file that must be there. */
export function readText(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf-8');
  if (text === null) throw new Error(`${path} is missing: the generator would not know where to add its line`);
  return text;
}

/** Writes a file that must not be there yet. */
export function writeNew(tree: Tree, path: string, content: string): void {
  if (tree.exists(path)) throw new Error(`${path} exists already: choose another name, or edit that file`);
  tree.write(path, content);
}
