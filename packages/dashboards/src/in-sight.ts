/**
 * Takes away what the SDK puts into every link and annotation and offers no way to leave out: `placement` would move them
 * from the top of the dashboard into a menu.
 */
export function inSight<T extends object>(built: T): Omit<T, 'placement'> {
  return Object.fromEntries(Object.entries(built).filter(([key]) => key !== 'placement')) as Omit<T, 'placement'>;
}
