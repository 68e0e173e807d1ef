// What values and fields are called on a screen, in a language.

import { LABELS, LABELS_WITHIN, NAMES } from './generated/names.js';
import type { Text } from './words.js';

/** What values are named by: an enumeration, or a choice that only one request has. */
export type Enumeration = keyof typeof NAMES;

/** A field that has a label. */
export type Label = keyof typeof LABELS;

type Texts = Readonly<Record<string, Text>>;

/**
 * The name of a value, such as `nameOf('VisitState', 'en_route', 'hi')`: of an action, what stands
 * on its button. English where the language has none; the value itself of a newer release.
 */
export function nameOf(enumeration: Enumeration, value: string, language: string): string {
  return said(NAMES[enumeration], value, language) ?? value;
}

/**
 * The label of a field, such as `labelOf('wanted_on', 'en')`; the field itself of a newer release.
 *
 * @param within the callable or record that it is a field of: some mean something else there.
 */
export function labelOf(field: Label | (string & {}), language: string, within = ''): string {
  const others: Readonly<Record<string, Texts>> = LABELS_WITHIN;
  const own = Object.hasOwn(others, within) ? others[within] : undefined;
  return (own && said(own, field, language)) ?? said(LABELS, field, language) ?? field;
}

function said(texts: Texts, key: string, language: string): string | undefined {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return text?.[language] ?? text?.en;
}
