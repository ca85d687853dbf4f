/** A text of at most so many characters: of a longer one the middle gives way, since names differ at their ends. */
export function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const kept = Math.max(2, characters - 1);
  return `${text.slice(0, Math.ceil(kept / 2))}…${text.slice(text.length - Math.floor(kept / 2))}`;
}
