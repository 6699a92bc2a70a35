/** Lines without their line feeds; what follows the last one is a line too, unless it is empty. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
