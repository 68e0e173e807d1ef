// The names of values and fields, in the language of the screen.

import { language } from './words';

/** The name of a value of an enumeration. */
export const nameOf = (enumeration: string, value: string, _language = language.value): string =>
  `${enumeration}.${value}`;

/** The label of a field of a request. */
export const labelOf = (field: string, _language = language.value): string => field;
