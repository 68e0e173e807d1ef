// All pages of the console, and all texts that its rooms declare.

import { PAGES } from '../../../../web/src/pages';

const modules = import.meta.glob('../../../../web/src/**/{words,titles,*-words}.ts', {
  eager: true,
});

const isText = (part) => typeof part.en === 'string' && typeof part.hi === 'string';

/** The texts within a declaration, each with the names that lead to it. */
function textsIn(part, name) {
  if (typeof part !== 'object' || part === null) return [];
  if (isText(part)) return [[name, part.en, part.hi]];
  return Object.entries(part).flatMap(([key, inner]) => textsIn(inner, `${name}.${key}`));
}

/** The answers to what is asked, by the same names. */
export function answers() {
  return {
    pages: PAGES.map(({ path, roles }) => ({ path, roles })),
    texts: Object.entries(modules).flatMap(([file, exported]) =>
      textsIn({ ...exported }, file.slice(file.indexOf('src/'))),
    ),
  };
}
