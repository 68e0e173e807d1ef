// The languages in which a consent may be read: those of the Constitution, and English.

import { language } from '../../core/words';

/**
 * The tags of English and of the 22 languages of the Constitution's Eighth Schedule, in one of which
 * a notice has to be offered (Digital Personal Data Protection Act 2023, sections 5(3) and 6(3)).
 */
export const LANGUAGES: readonly string[] = [
  'en',
  'hi',
  'as',
  'bn',
  'brx',
  'doi',
  'gu',
  'kn',
  'kok',
  'ks',
  'mai',
  'ml',
  'mni',
  'mr',
  'ne',
  'or',
  'pa',
  'sa',
  'sat',
  'sd',
  'ta',
  'te',
  'ur',
];

/** The name of a language, in the language of the screen. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([language.value], { type: 'language' }).of(tag) ?? tag;
}
