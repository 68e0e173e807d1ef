// The privacy policy as it was published, in paragraphs and lists.

/** Its lines, and items that follow each other as one list; empty lines are left out. */
export function blocksOf(text: string): (string | string[])[] {
  const blocks: (string | string[])[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (!line.startsWith('- ')) {
      blocks.push(line);
      continue;
    }
    const last = blocks.at(-1);
    const item = line.slice(2);
    if (Array.isArray(last)) last.push(item);
    else blocks.push([item]);
  }
  return blocks;
}
