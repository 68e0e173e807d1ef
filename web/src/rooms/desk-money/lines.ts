// The lines of a bank's file of results.

/**
 * The lines of a text. Blank lines at the end are no lines; those between are kept, for the
 * numbers of the others. The mark that spreadsheets put before the first line is not part of it.
 */
export function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}
