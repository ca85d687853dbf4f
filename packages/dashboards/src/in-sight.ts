/**
 * Takes away what the SDK puts into every link and annotation and offers no way to leave out: `placement` would move them
 * from the top of the dashboard into a menu.
 */
export function inSight(built: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(built).filter(([key]) => key !== 'placement'));
}
