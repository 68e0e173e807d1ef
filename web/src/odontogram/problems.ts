// What speaks against a line while it is filled in, by the codes of `labs/check_order`, which has the
// last word. A test holds both to each other on lines made at random.

import { type Per, PROVISIONAL, problemOf, type Service } from '@scanner/client';
import {
  type Chosen,
  factsOf,
  type ItemDraft,
  type Line,
  lineOf,
  type Offered,
  shadesOf,
  takes,
  teethIn,
  wireOf,
} from './items';
import { along, between, successorOf, toothAt } from './teeth';

/** One thing that speaks against a line: its code, the field, and what its sentence refers to. */
export interface LineProblem {
  readonly reason: string;
  readonly at: keyof Line;
  readonly missing?: readonly number[];
  readonly tooth?: number;
  readonly names?: readonly string[];
}

/** The sentence of a problem, which says what to do. */
export function sentenceOf(problem: LineProblem, language: string): string {
  return problemOf({ ...problem, sentence: problem.reason }, language);
}

/** What a problem waits for: a pontic is asked for once the units stand side by side. */
const WAITS: Readonly<Record<string, readonly string[]>> = {
  'pontic-missing': ['bridge-too-short', 'bridge-has-gap'],
};

/** The problems to tell somebody who is still choosing: not what the next tap may settle by itself. */
export function tellNow(problems: readonly LineProblem[]): LineProblem[] {
  const reasons = problems.map(({ reason }) => reason);
  return problems.filter(({ reason }) => !WAITS[reason]?.some((each) => reasons.includes(each)));
}

const FIELDS = ['teeth', 'units', 'arches'] as const;
const known = (tooth: number) => toothAt(tooth) !== undefined;
const twice = (values: readonly unknown[]) => new Set(values).size < values.length;

/** What speaks against the teeth, units and arches of a line. */
export function placeProblems(
  chosen: Partial<Chosen>,
  work: Service['work'],
  per: Service['per'],
): LineProblem[] {
  const { teeth = [], units = [], arches = [] } = chosen;
  const facts = factsOf(work);
  const names = FIELDS.filter((field) => takes(facts, field)).toSorted();
  const found: LineProblem[] = FIELDS.filter(
    (field) => (chosen[field] ?? []).length > 0 && !takes(facts, field),
  ).map((at) => ({ reason: 'named-otherwise', at, names }));
  found.push(...lacking(chosen, work, per as Per));
  if (twice(arches)) found.push({ reason: 'arch-twice', at: 'arches' });
  if (takes(facts, 'teeth')) {
    found.push(...numbers(teeth, 'teeth'));
    if (facts.one_piece) found.push(...together(teeth, 'teeth'));
  }
  if (takes(facts, 'units') && units.length > 0) found.push(...bridge(chosen));
  return found;
}

function lacking(chosen: Partial<Chosen>, work: Service['work'], per: Per): LineProblem[] {
  const { named } = factsOf(work);
  const none = (field: keyof Chosen) => (chosen[field] ?? []).length === 0;
  if (named === 'arches' && per === 'tooth')
    return [{ reason: 'price-does-not-fit', at: 'service_id' }];
  if (named !== 'any') return none(named) ? [{ reason: `${named}-missing`, at: named }] : [];
  if (per === 'tooth' && none('teeth')) return [{ reason: 'teeth-missing', at: 'teeth' }];
  const nowhere = none('teeth') && none('arches');
  return per === 'arch' && nowhere ? [{ reason: 'arches-missing', at: 'arches' }] : [];
}

function numbers(teeth: readonly number[], at: 'teeth' | 'units'): LineProblem[] {
  const found = teeth.filter((tooth) => !known(tooth)).map(() => ({ reason: 'tooth-unknown', at }));
  return twice(teeth) ? [...found, { reason: 'tooth-twice', at }] : found;
}

/** Why one piece cannot hold some teeth: they stand in two arches or dentitions. */
function together(teeth: readonly number[], at: 'teeth' | 'units'): LineProblem[] {
  const found = teeth.map(toothAt).filter((tooth) => tooth !== undefined);
  const arches = new Set(found.map(({ arch }) => arch));
  const dentitions = new Set(found.map(({ deciduous }) => deciduous));
  return [
    ...(arches.size > 1 ? [{ reason: 'two-arches', at }] : []),
    ...(dentitions.size > 1 ? [{ reason: 'two-dentitions', at }] : []),
  ];
}

/** What speaks against a bridge: units side by side in one arch, a pontic, and one end that holds. */
function bridge({ units = [] }: Partial<Chosen>): LineProblem[] {
  const at = 'units';
  const teeth = units.map(({ tooth }) => tooth);
  const wrong = [...numbers(teeth, at), ...together(teeth, at)];
  if (new Set(teeth).size < 2) return [...wrong, { reason: 'bridge-too-short', at }];
  const pontic = units.some(({ part }) => part === 'pontic');
  const found: LineProblem[] = pontic ? [] : [{ reason: 'pontic-missing', at }];
  // Which stand side by side, and which at an end, cannot be told.
  if (wrong.length > 0) return [...wrong, ...found];
  const missing = between(teeth);
  if (missing.length > 0) found.push({ reason: 'bridge-has-gap', at, missing });
  const row = along(units, ({ tooth }) => tooth);
  const ends = [row.at(0)?.part, row.at(-1)?.part];
  if (!ends.includes('retainer')) found.push({ reason: 'retainer-missing', at });
  return found;
}

/** All that speaks against a line; a material that is missing yet is not among it. */
export function lineProblems(line: Line, service: Offered): LineProblem[] {
  const found = placeProblems(line, service.work, service.per);
  const materials: readonly string[] = service.materials;
  if (line.material !== null && !materials.includes(line.material))
    found.push({ reason: 'material-not-offered', at: 'material' });
  const shades = shadesOf(service.shade_guide);
  const { shade = null } = line;
  if (shades.length > 0 && shade === null) found.push({ reason: 'shade-missing', at: 'shade' });
  if (shade !== null && !shades.includes(shade))
    found.push({ reason: 'shade-not-in-guide', at: 'shade' });
  return found;
}

/** Whether a line by itself can go out: nothing is missing, and nothing speaks against it. */
export function complete(draft: ItemDraft, service: Offered | undefined): boolean {
  if (service === undefined || wireOf(draft, service) === null) return false;
  return lineProblems(lineOf(draft, service), service).length === 0;
}

/** A line, and the service that it orders. */
export interface Ordered {
  readonly line: Line;
  readonly service: Offered;
}

/** A tooth that a line gives a second work of those that cover one: by the line's number. */
export type Clash = LineProblem & { readonly line: number };

/**
 * The teeth that have two works in an order. A provisional and a final one go together; a milk tooth
 * and the permanent one that follows it stand in one place.
 */
export function clashes(lines: readonly (Ordered | null)[]): Clash[] {
  const seen = new Map<string, { line: number; tooth: number }>();
  const found: Clash[] = [];
  for (const [number, each] of lines.entries()) {
    if (each === null || !factsOf(each.service.work).covers) continue;
    const { line, service } = each;
    const at = factsOf(service.work).named as 'teeth' | 'units';
    const provisional = line.material !== null && PROVISIONAL.includes(line.material);
    for (const tooth of new Set(teethIn(line).filter(known))) {
      const place = `${successorOf(tooth)} ${provisional}`;
      const first = seen.get(place) ?? { line: number, tooth };
      seen.set(place, first);
      if (first.tooth !== tooth)
        found.push({ reason: 'tooth-with-successor', at, tooth, line: number });
      else if (first.line !== number)
        found.push({ reason: 'tooth-twice', at, tooth, line: number });
    }
  }
  return found;
}
