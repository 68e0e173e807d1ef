// What people are shown, in their language: refusals, problems, findings and notices.

import type { AnyError, ErrorReason } from './errors.js';
import * as said from './generated/words.js';

/** A text by language; English is always there. */
export interface Text {
  readonly en: string;
  readonly [language: string]: string;
}

/** What fills the places of a text. */
export type Facts = Readonly<Record<string, unknown>>;

/** Sentences of errors by reason, in one language; `{name}` stands for a fact of the details. */
export type Sentences = Partial<Record<ErrorReason, string>>;

/** Sentences by language, such as `hi`. */
export type Words = Readonly<Record<string, Sentences>>;

/** The sentences of errors that the client has. */
export const words: Words = {
  en: sentences('en'),
  hi: {
    ...sentences('hi'),
    'no-answer': 'कोई जवाब नहीं आया: इंटरनेट जाँचें, फिर दोबारा कोशिश करें।',
    'not-admitted': 'दोबारा साइन इन करें, या ऐप अपडेट करें।',
  },
};

function sentences(language: 'en' | 'hi'): Sentences {
  const texts = Object.entries(said.ERRORS).map(([reason, text]) => [reason, text[language]]);
  return Object.fromEntries(texts) as Sentences;
}

/**
 * The sentence of an error in a language: of `known`, else in English as Scanner sent it.
 *
 * @param known sentences of the app's own, or `words`.
 */
export function messageOf(error: AnyError, language: string, known: Words = words): string {
  const sentence = known[language]?.[error.reason];
  return sentence === undefined ? error.sentence : filled(sentence, { ...error.details }, language);
}

/** What speaks against an order, in a language; as Scanner sent it where the client has no words. */
export function problemOf(problem: Told & { readonly reason: string }, language: string): string {
  const facts: Facts = { ...problem };
  return told(said.PROBLEMS, problem.reason, facts, language) ?? problem.sentence;
}

/** What the gate says of a file, in a language; as it was stored where the client has no words. */
export function findingOf(finding: FileFindingWords, language: string): string {
  const { template, figures, sentence } = finding;
  return told(said.FINDINGS, template ?? '', figures ?? {}, language) ?? sentence;
}

/** What a notice says, in a language and on the clock of a zone; null of a kind that is newer. */
export function noticeOf(
  notice: { readonly kind: string; readonly refs: Facts },
  language: string,
  zone: string = ZONE,
): { title: string; body: string } | null {
  const texts: Readonly<Record<string, { title: Text; body: Text }>> = said.NOTICES;
  const known = Object.hasOwn(texts, notice.kind) ? texts[notice.kind] : undefined;
  if (known === undefined) return null;
  const fill = (text: Text) => filled(text[language] ?? text.en, notice.refs, language, zone);
  return { title: fill(known.title), body: fill(known.body) };
}

/**
 * The path in the app that a notice opens, as the link of its e-mail: `/visits/…`, ids alone. Null
 * where it opens nothing of its own, or is of a kind that is newer.
 */
export function pathOf(notice: { readonly kind: string; readonly refs: Facts }): string | null {
  const paths: Readonly<Record<string, string>> = said.OPENS;
  const path = Object.hasOwn(paths, notice.kind) ? paths[notice.kind] : undefined;
  if (path === undefined) return null;
  const parts = filled(path, notice.refs, 'en').split('/');
  return parts.some((part) => part.startsWith('{')) ? null : `/${parts.join('/')}`;
}

/** A sentence in English. */
interface Told {
  readonly sentence: string;
}

/** What the words of a finding are made of. */
export interface FileFindingWords extends Told {
  readonly template?: string | undefined;
  readonly figures?: Facts | undefined;
}

const ZONE = 'Asia/Kolkata';
const CHOICE = /\[(\w+)(?:=(\w+))?\?([^|\]]*)(?:\|([^\]]*))?\]/g;
const PLACE = /\{(\w+)(?::([^{}]*))?\}/g;

function told(texts: Readonly<Record<string, Text>>, code: string, facts: Facts, language: string) {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return text?.[language] === undefined ? undefined : filled(text[language], facts, language);
}

/** Fills the places of a text; a place of which nothing is known stays. */
export function filled(text: string, facts: Facts, language: string, zone: string = ZONE): string {
  const chosen = text.replace(CHOICE, (_, name: string, value?: string, so = '', other = '') =>
    (value === undefined ? facts[name] !== undefined : facts[name] === value) ? so : other,
  );
  return chosen.replace(PLACE, (whole, name: string, way = '') => {
    const fact = facts[name];
    return fact === undefined || fact === null ? whole : shown(fact, way, language, zone);
  });
}

function shown(fact: unknown, way: string, language: string, zone: string): string {
  if (Array.isArray(fact)) return fact.join(', ');
  if (typeof fact === 'number') return figure(fact, way, language);
  const text = String(fact);
  if (way === 'id') return text.slice(0, 6);
  if (way === 'state') return named(said.STATES, text, language);
  if (way === 'term') return named(said.TERMS, text, language);
  if (way === 'moment') return moment(text, language, zone);
  if (way === 'day') return day(text, language);
  return text;
}

function named(names: Readonly<Record<string, Text>>, key: string, language: string): string {
  const text = Object.hasOwn(names, key) ? names[key] : undefined;
  return text?.[language] ?? text?.en ?? key;
}

const RUPEES = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** A number as Python formats it, with India's groups in Hindi; paise as rupees, bytes as MB. */
function figure(value: number, way: string, language: string): string {
  if (way === 'paise') return RUPEES.format(value / 100);
  if (way === 'bytes') return `${figure(Math.floor((value / 2 ** 20) * 10) / 10, ',', language)} MB`;
  const digits = /\.(\d+)([fg])$/.exec(way);
  const count = Number(digits?.[1] ?? 0);
  const format: Intl.NumberFormatOptions & { roundingMode?: string } = {
    useGrouping: way.startsWith(','),
    roundingMode: 'halfEven', // as Python rounds
  };
  if (digits?.[2] === 'g') {
    const exponent = Number(value.toExponential(count - 1).split('e')[1]);
    if (exponent < -4 || exponent >= count) return scientific(value, count);
    format.maximumSignificantDigits = count;
  } else if (digits) {
    format.minimumFractionDigits = format.maximumFractionDigits = count;
  } else {
    format.maximumFractionDigits = 20;
  }
  return value.toLocaleString(language === 'hi' ? 'en-IN' : 'en-US', format);
}

function scientific(value: number, count: number): string {
  const [digits = '', exponent = ''] = value.toExponential(count - 1).split('e');
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return `${short}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

function written(language: string) {
  return language === 'hi' ? said.MOMENTS.hi : said.MOMENTS.en;
}

function day(text: string, language: string): string {
  const [year = '', month = '', date = ''] = text.split('-');
  return `${Number(date)} ${written(language).months[Number(month) - 1] ?? month} ${year}`;
}

function moment(text: string, language: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).formatToParts(new Date(text));
  const at = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const hour = Number(at['hour']);
  const { months, parts: names, moment: form } = written(language);
  const begun = names.filter(([begins]) => begins <= hour).at(-1);
  const facts = {
    day: at['day'],
    month: months[Number(at['month']) - 1],
    year: at['year'],
    clock: `${hour % 12 || 12}:${at['minute']}`,
    part: begun?.[1],
  };
  return filled(form, facts, language);
}
