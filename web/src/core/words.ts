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

let byHand = false;

/** Changes the language of the screen, because the person pressed the button for it. */
export function chooseLanguage(chosen: Language): void {
  byHand = true;
  language.value = chosen;
}

/** Takes over the language of the person's preferences, unless another was chosen by hand. */
export function preferLanguage(preferred: string): void {
  if (!byHand && (preferred === 'en' || preferred === 'hi')) language.value = preferred;
}

/** A text in the language of the screen, its facts filled in. */
export function say(text: Text, facts: Facts = {}): string {
  return filled(text[language.value], facts, language.value);
}
