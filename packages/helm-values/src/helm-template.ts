/** Text for a value that a chart passes through Helm's `tpl`: what looks like a template reaches the program as it is. */
export function escapeTemplate(text: string): string {
  return text.replaceAll(/\{\{|\}\}/g, (braces) => `{{ "${braces}" }}`);
}
