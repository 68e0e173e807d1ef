// What is wrong with a form, at the field that it is wrong with, in a language.

import type { AnyError, CallableName } from './errors.js';
import type { Field } from './fields.js';
import { FIELDS, RECORDS } from './generated/fields.js';
import { FAULTS, PATTERNS, TAKES } from './generated/words.js';
import { type Facts, type Text, filled } from './words.js';

/** Sentences by field: dotted where it is nested, such as `items.0.teeth`; empty: of the whole. */
export type Faults = Readonly<Record<string, string>>;

/** What is wrong with the fields of a request, in a language; null where it is something else. */
export function faultsOf(error: AnyError, language: string): Faults | null {
  if (error.reason !== 'invalid-request') return null;
  return Object.fromEntries(
    error.details.problems.map(({ field, problem }) => [
      field,
      text(FAULTS, problem, {}, language) ?? takenBy(fieldAt(error.callable, field), language),
    ]),
  );
}

/** The field at a dotted path of a request, such as `items.0.teeth`; none where there is none. */
export function fieldAt(callable: CallableName | (string & {}), path: string): Field | undefined {
  const all: Readonly<Record<string, Readonly<Record<string, Field>>>> = FIELDS;
  const [first = '', ...others] = path.split('.');
  let found = Object.hasOwn(all, callable) ? own(all[callable], first) : undefined;
  for (const part of others) {
    if (found?.kind === 'record') found = own(RECORDS[found.record], part);
    else if (found?.kind === 'map' && part === '[key]') found = found.keys;
    else if (found?.kind === 'list' || (found?.kind === 'map' && part !== '')) found = found.of;
    else return undefined;
  }
  return found;
}

/** What a field takes, as a sentence beside it: for what does not fit, before or after it is sent. */
export function takenBy(field: Field | undefined, language: string): string {
  const [code, facts = {}] = field === undefined ? OTHER : asked(field);
  return text(TAKES, code, facts, language) ?? text(PATTERNS, code, facts, language) ?? code;
}

/**
 * Whether a field takes a value, by its kind, bounds and pattern. What the functions take is taken;
 * they may refuse more, such as a GSTIN with a wrong check digit.
 */
export function takes(field: Field, value: unknown): boolean {
  const { least = -Infinity, most = Infinity } = field;
  const within = (count: number) => count >= least && count <= most;
  if (value === null) return field.nullable === true;
  if (value === undefined) return !field.required;
  switch (field.kind) {
    case 'whole':
      return Number.isSafeInteger(value) && within(value as number);
    case 'number':
      return typeof value === 'number' && within(value);
    case 'yes_no':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && within(value.length) && value.every((v) => takes(field.of, v));
    case 'record':
      return isRecord(value) && filledIn(RECORDS[field.record], value);
    case 'map':
      return (
        isRecord(value) &&
        Object.entries(value).every(([k, v]) => takes(field.keys, k) && takes(field.of, v))
      );
  }
  if (typeof value !== 'string') return false;
  if (field.kind === 'choice') return field.values.includes(value);
  if (field.kind === 'moment') return FORMS.moment.test(value) && !Number.isNaN(Date.parse(value));
  if (field.kind !== 'text') return FORMS[field.kind].test(value);
  const text = value.trim(); // as the functions read it
  return (
    within([...text].length) && // Python counts code points
    new RegExp(field.pattern ?? '', 'u').test(text) &&
    (field.format !== 'email' || FORMS.email.test(text))
  );
}

/** Whether a record has what it needs, and nothing but what its fields take. */
export function filledIn(fields: Readonly<Record<string, Field>>, record: object): boolean {
  const given = Object.entries(record);
  return (
    Object.keys(fields).every((name) => !fields[name]?.required || name in record) &&
    given.every(([name, value]) => {
      const field = own(fields, name);
      return field !== undefined && takes(field, value);
    })
  );
}

type Asked = readonly [code: string, facts?: Facts];

const OTHER: Asked = ['other'];

const FORMS = {
  day: /^\d{4}-\d\d-\d\d$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  moment: /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
};

function asked(field: Field): Asked {
  const { least = 0, most, unit, pattern = '', format } = field;
  switch (field.kind) {
    case 'choice':
    case 'yes_no':
    case 'day':
    case 'month':
    case 'time':
    case 'moment':
      return [field.kind];
    case 'whole':
    case 'number':
      if (most === undefined) return OTHER;
      if (unit === 'paise') return ['amount', { least, most }];
      if (unit === 'basis_points') return ['rate', { least: least / 100, most: most / 100 }];
      return ['number', { least, most }];
    case 'list':
      return most === undefined ? OTHER : ['count', { least, most }];
    case 'record':
      return ['needed'];
    case 'map':
      return OTHER;
  }
  if (format === 'email') return ['email'];
  if (Object.hasOwn(PATTERNS, pattern)) return [pattern];
  return most === undefined ? OTHER : ['length', { least, most }];
}

function own<T>(of: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;
}

function text(texts: Readonly<Record<string, Text>>, key: string, facts: Facts, language: string) {
  const found = own(texts, key);
  return found && filled(found[language] ?? found.en, facts, language);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
