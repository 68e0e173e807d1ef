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

/** The facts that a text has places for: `{name}`, or `{price:paise}` where one is formatted. */
type Places<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}:${string}` ? Name : Place) | Places<Rest>
  : never;

type Said<T extends Text> = [Places<T['en']>] extends [never]
  ? readonly [facts?: Facts]
  : readonly [facts: Readonly<Record<Places<T['en']>, NonNullable<unknown>>>];

/** A text in the language of the screen; a fact that it has a place for cannot be left out. */
export function say<T extends Text>(text: T, ...[facts = {}]: Said<T>): string {
  return filled(text[language.value], facts, language.value);
}
