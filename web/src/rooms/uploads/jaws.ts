// What the name of a file says of the jaw that it shows; people correct it before it is sent.

import type { Jaw } from '@scanner/client';

// The rules of functions/scans/archives/names.py: a test holds both to the same names.
const OF_JAWS = '(jaw|arch|scan|teeth|model|full|pre|situ|ging|wax|cad).*';
const SPELT: readonly (readonly [upper: RegExp, lower: RegExp])[] = [
  [
    whole(`upper(${OF_JAWS})?|(oberk|superior|superieur).*`),
    whole(`lower(${OF_JAWS})?|(unterk|inferior|inferieur).*`),
  ],
  [whole('maxil.*'), whole('mandib.*')],
];
const SHORT = [whole('ok'), whole('uk')] as const;
const BITE = whole(
  '(bite|biss)(s|scan|reg|nahme|right|left|rechts|links|[lr]$).*|.*bite|biss' +
    '|(occlusion|okklusion|oclusion|buccal|bukkal|vestibular|mordida).*',
);
const SIDES: readonly (readonly [Jaw, readonly string[], string])[] = [
  ['bite_right', ['right', 'rechts', 'droite', 'derech', 'destra'], 'r'],
  ['bite_left', ['left', 'links', 'gauche', 'izquierd', 'sinistra'], 'l'],
];

function whole(form: string): RegExp {
  return new RegExp(`^(?:${form})$`);
}

/** The jaw that the name of a file says; null where it says none, or two. */
export function jawOf(path: string): Jaw | null {
  const folders = path.split(/[/\\]/).filter((part) => part !== '');
  const own = folders.pop() ?? '';
  const dot = own.lastIndexOf('.');
  const [jaw, said] = told(wordsOf(dot > 0 ? own.slice(0, dot) : own));
  return said || folders.length === 0 ? jaw : told(wordsOf(folders.at(-1) ?? ''))[0];
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/[^\0-\x7f]/g, '');
  return [...plain.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].map(([word]) => word.toLowerCase());
}

/** The jaw that words name, and whether they speak of one at all. */
function told(words: readonly string[]): [Jaw | null, boolean] {
  const shell = words.includes('shell'); // of iTero, whose jaws are in occlusion
  const bite = words.some((word) => BITE.test(word) && !(shell && word === 'occlusion'));
  for (const spelt of SPELT) {
    const found = foundBy(words, spelt);
    if (found.length > 0) return [found.length === 1 && !bite ? (found[0] ?? null) : null, true];
  }
  if (bite) return [sideOf(words), true];
  const last = words.at(-1);
  const letter: Jaw[] = last === 'u' ? ['upper'] : last === 'l' ? ['lower'] : [];
  const short = foundBy(words, SHORT);
  const found = short.length > 0 ? short : letter;
  return [found.length === 1 ? (found[0] ?? null) : null, found.length > 0];
}

function foundBy(words: readonly string[], [upper, lower]: readonly [RegExp, RegExp]): Jaw[] {
  const found: Jaw[] = [];
  if (words.some((word) => upper.test(word))) found.push('upper');
  if (words.some((word) => lower.test(word))) found.push('lower');
  return found;
}

/** The side of a bite; both, or none, is the bite as a whole. */
function sideOf(words: readonly string[]): Jaw {
  const found = SIDES.filter(
    ([, starts, letter]) =>
      words.at(-1) === letter ||
      words.some((word) =>
        starts.some((start) => word.startsWith(start) || (BITE.test(word) && word.endsWith(start))),
      ),
  );
  return found.length === 1 ? (found[0]?.[0] ?? 'bite') : 'bite';
}
