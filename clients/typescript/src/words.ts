// What people are shown of an error, in their language.

import type { AnyError, ErrorReason } from './errors.js';
import { SENTENCES } from './generated/errors.js';

/** Sentences of errors by reason, in one language; `{name}` stands for a fact of the details. */
export type Sentences = Partial<Record<ErrorReason, string>>;

/** Sentences by language, such as `hi`. */
export type Words = Readonly<Record<string, Sentences>>;

/** The sentences that the client has. */
export const words: Words = { en: SENTENCES };

/**
 * The sentence of an error in a language: of `known`, else in English as Scanner sent it.
 *
 * @param known sentences of the app's own, or `words`.
 */
export function messageOf(error: AnyError, language: string, known: Words = words): string {
  const sentence = known[language]?.[error.reason] ?? error.sentence;
  const facts: Readonly<Record<string, unknown>> = { ...error.details };
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => shown(facts[name]) ?? whole);
}

function shown(fact: unknown): string | undefined {
  if (Array.isArray(fact)) return fact.join(', ');
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : undefined;
}
