// From what stands in a form to what goes over the wire, by the declarations of the request.

import {
  type AnyError,
  type Field,
  faultsOf,
  RECORDS,
  type Records,
  takenBy,
  takes,
} from '@scanner/client';
import { instantOf } from '../../core/format';
import { language, say } from '../../core/words';
import { words } from './words';

/** What stands in a control: texts as typed, ticks, and records and lists of them. */
export type Value = string | boolean | undefined | readonly Value[] | Values;

/** What stands in a form or a part of it, by the names of its fields. */
export interface Values {
  readonly [name: string]: Value;
}

/** What is wrong, as sentences by the dotted path of the field. */
export type Problems = Readonly<Record<string, string>>;

/** The fields of a form or of a record in it, by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The fields of a nested record. */
export const fieldsOf = (record: keyof Records): Fields => RECORDS[record];

/** What a field sends; undefined where it is left out. */
export function wireOf(field: Field, value: Value): unknown {
  switch (field.kind) {
    case 'record':
      return recordOf(fieldsOf(field.record), field.required, (value ?? {}) as Values);
    case 'map': {
      const entries = Object.entries((value ?? {}) as Values);
      const sent = entries.map(([key, each]) => [key, wireOf(field.of, each)] as const);
      const said = sent.filter(([, each]) => each !== undefined);
      return said.length > 0 || field.required ? Object.fromEntries(said) : undefined;
    }
    case 'list': {
      const parts = ((value ?? []) as readonly Value[])
        .map((each) => wireOf(field.of, each))
        .filter((each) => each !== undefined);
      return parts.length > 0 || field.required ? parts : undefined;
    }
    case 'yes_no':
      return value === undefined ? undefined : value === true;
    default: {
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? undefined : plain(field, text);
    }
  }
}

/** What the fields of a form send. */
export function requestOf(fields: Fields, values: Values): Record<string, unknown> {
  const sent = Object.entries(fields).map(([name, field]) => [name, wireOf(field, values[name])]);
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined));
}

/** A record that nothing was said in is left out, unless it has to be given. */
function recordOf(fields: Fields, required: boolean, values: Values): unknown {
  const sent = requestOf(fields, values);
  const said = Object.entries(sent).some(([name]) => fields[name]?.kind !== 'yes_no');
  return said || required ? sent : undefined;
}

function plain(field: Field, text: string): unknown {
  if (field.kind === 'whole') return isHundredths(field) ? paiseOf(text) : wholeOf(text);
  if (field.kind === 'number') return Number(text.replaceAll(',', ''));
  return field.kind === 'moment' ? instantOf(text) : text;
}

/** Digits as they are typed, with or without India's groups; `12,50` is neither. */
const DIGITS = String.raw`(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})`;
const WHOLE = new RegExp(`^(-?)${DIGITS}$`);
const AMOUNT = new RegExp(String.raw`^(-?)₹?\s*${DIGITS}(?:\.(\d{1,2}))?$`);

function wholeOf(text: string): number {
  const [, sign = '', digits] = WHOLE.exec(text) ?? [];
  return digits === undefined ? Number.NaN : Number(sign + digits.replaceAll(',', ''));
}

/** Paise are typed in rupees and basis points in percent: a hundred of them to one. */
export const isHundredths = ({ unit }: Field): boolean =>
  unit === 'paise' || unit === 'basis_points';

/** Rupees as typed, `1,234.50`, in paise; never through a fraction of a rupee as a float. */
export function paiseOf(text: string): number {
  const match = AMOUNT.exec(text.trim());
  if (match === null) return Number.NaN;
  const [, sign, rupees = '0', paise = ''] = match;
  const amount = Number(rupees.replaceAll(',', '')) * 100 + Number(paise.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

/** Paise as a form shows them: `1234.50`. */
export function typedOf(paise: number): string {
  const digits = String(Math.abs(paise)).padStart(3, '0');
  return `${paise < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * What is wrong with what stands in a form, before it is sent; the server has the last word.
 *
 * @param above the path of the record that the fields are of, with its dot.
 */
export function problemsOf(fields: Fields, values: Values, above = ''): Problems {
  const found = Object.entries(fields).map(([name, field]) =>
    wrong(field, values[name], above + name),
  );
  return Object.assign({}, ...found);
}

function wrong(field: Field, value: Value, path: string): Problems {
  const sent = wireOf(field, value);
  if (sent === undefined) return field.required ? { [path]: say(words.missing) } : {};
  if (field.kind === 'record') {
    return problemsOf(fieldsOf(field.record), (value ?? {}) as Values, `${path}.`);
  }
  if (field.kind === 'map') {
    const entries = Object.entries(value as Values);
    const each = entries.map(([key, one]) => wrong(field.of, one, `${path}.${key}`));
    return Object.assign({}, ...each);
  }
  if (field.kind === 'list') {
    const each = (value as readonly Value[]).map((one, at) =>
      wrong(field.of, one, `${path}.${at}`),
    );
    const parts: Problems = Object.assign({}, ...each);
    if (Object.keys(parts).length > 0) return parts;
  }
  return takes(field, sent) ? {} : { [path]: takenBy(field, language.value) };
}

/** What the server says of the fields that are on the screen. */
export function toldOf(error: AnyError, fields: Fields): Problems {
  const told = Object.entries(faultsOf(error, language.value) ?? {});
  return Object.fromEntries(told.filter(([path]) => (path.split('.')[0] ?? '') in fields));
}

/** The problems of other fields than this one. */
export function without(problems: Problems, name: string): Problems {
  const others = Object.entries(problems).filter(([path]) => path.split('.')[0] !== name);
  return Object.fromEntries(others);
}
