/** `1 change`, `2 changes`. */
export function countText(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
