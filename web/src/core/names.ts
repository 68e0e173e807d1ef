// The names of values and fields, in the language of the screen.

import { type Enumeration, labelOf as labelIn, nameOf as nameIn } from '@scanner/client';
import { type Language, language } from './words';

/** The name of a value of an enumeration, of an action what stands on its button; '' names none. */
export const nameOf = (enumeration: Enumeration | '', value: string, own?: Language): string =>
  enumeration === '' ? value : nameIn(enumeration, value, own ?? language.value);

/** The label of a field; `within` is the callable or record, where some mean something else. */
export const labelOf = (field: string, within = ''): string =>
  labelIn(field, language.value, within);
