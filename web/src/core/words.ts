// What people read, in the language that they chose: each text is there in English and in Hindi.

import { signal } from '@preact/signals';
import { type Facts, filled } from '@scanner/client';

/** The languages of the console. */
export type Language = 'en' | 'hi';

/** A text in every language of the console; `{name}` stands for a fact. */
export interface Text {
  readonly en: string;
  readonly hi: string;
}

/** The language of the screen. A person's own, once the preferences are known. */
export const language = signal<Language>(navigator.language.startsWith('hi') ? 'hi' : 'en');

/** A text in the language of the screen, its facts filled in. */
export function say(text: Text, facts: Facts = {}): string {
  return filled(text[language.value], facts, language.value);
}
