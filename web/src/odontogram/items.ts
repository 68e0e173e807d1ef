// A line of an order while it is filled in: what is chosen, what goes on the wire, what it costs.

import {
  type Arch,
  type BridgeUnit,
  type ItemRequest,
  type Material,
  type OrderItem,
  type Per,
  type Service,
  SHADES,
  type ShadeGuide,
  type UnitPart,
  WORKS,
  type WorkFacts,
  type WorkType,
} from '@scanner/client';
import { along, toothAt } from './teeth';

/** What a line names: the three fields of the wire, of which a kind of work takes some. */
export interface Chosen {
  readonly teeth: readonly number[];
  readonly units: readonly BridgeUnit[];
  readonly arches: readonly Arch[];
}

/** A line as far as it is filled in. What the work does not take stays, in case it is chosen again. */
export interface ItemDraft extends Chosen {
  readonly service_id: string | null;
  readonly material: Material | null;
  readonly shade: string | null;
  readonly notes: string;
}

/** A service of a lab's catalogue, as orders need it. */
export type Offered = Pick<
  Service,
  'name' | 'work' | 'materials' | 'shade_guide' | 'per' | 'price' | 'active'
> & { readonly id: string };

const ARCHES: readonly Arch[] = ['upper', 'lower'];

/** A line of which nothing is filled in. */
export const EMPTY: ItemDraft = {
  service_id: null,
  teeth: [],
  units: [],
  arches: [],
  material: null,
  shade: null,
  notes: '',
};

/** What a kind of work names and needs; what only a newer release knows is `other`. */
export function factsOf(work: Service['work']): WorkFacts {
  return WORKS[known(work)];
}

/** A kind of work that this console knows, `other` for a newer one. */
export function known(work: Service['work']): WorkType {
  return Object.hasOwn(WORKS, work) ? (work as WorkType) : 'other';
}

/** Whether a kind of work may name teeth, units or arches. */
export function takes(facts: WorkFacts, field: keyof Chosen): boolean {
  return facts.named === field || (facts.named === 'any' && field !== 'units');
}

/** What of a choice a kind of work takes; the rest was chosen for another one. */
export function taken(value: Chosen, facts: WorkFacts): Chosen {
  return {
    teeth: takes(facts, 'teeth') ? value.teeth : [],
    units: takes(facts, 'units') ? value.units : [],
    arches: takes(facts, 'arches') ? value.arches : [],
  };
}

/**
 * What a line of an order names. Orders of before named arches by a tooth of each, and the teeth of a
 * bridge without their parts.
 */
export function placesOf(item: Pick<OrderItem, 'work' | keyof Chosen>): Chosen {
  const { named } = factsOf(item.work);
  const units = item.units as readonly BridgeUnit[];
  const arches = new Set(item.arches as readonly Arch[]);
  if (named !== 'arches')
    return { teeth: units.length > 0 ? [] : item.teeth, units, arches: [...arches] };
  for (const tooth of item.teeth) {
    const arch = toothAt(tooth)?.arch;
    if (arch) arches.add(arch);
  }
  return {
    teeth: [],
    units,
    arches: ARCHES.filter((each) => arches.has(each)),
  };
}

/** The shades to choose from; none where the service has no guide, or one that is newer. */
export function shadesOf(guide: Service['shade_guide'] | undefined): readonly string[] {
  return guide && Object.hasOwn(SHADES, guide) ? SHADES[guide as ShadeGuide] : [];
}

const AFTER: Record<UnitPart, UnitPart | null> = { retainer: 'pontic', pontic: null };

/** What is chosen once a tooth was tapped: a unit becomes retainer, pontic, and none again. */
export function tapped<T extends Chosen>(value: T, work: Service['work'], tooth: number): T {
  if (factsOf(work).named !== 'units') {
    const others = value.teeth.filter((each) => each !== tooth);
    const teeth = others.length < value.teeth.length ? others : [...others, tooth];
    return { ...value, teeth: along(teeth, (each) => each) };
  }
  const before = value.units.find((unit) => unit.tooth === tooth);
  const part = before === undefined ? 'retainer' : AFTER[before.part];
  const others = value.units.filter((unit) => unit !== before);
  const units = part === null ? others : [...others, { tooth, part }];
  return { ...value, units: along(units, (unit) => unit.tooth) };
}

/** What is chosen once an arch was switched. */
export function switched<T extends Chosen>(value: T, arch: Arch): T {
  const on = (each: Arch) => value.arches.includes(each) !== (each === arch);
  return { ...value, arches: ARCHES.filter(on) };
}

/** What a line is made of: what was chosen, or the only one that its service offers. */
export function materialOf(draft: ItemDraft, service: Offered): Material | null {
  const offered = service.materials as readonly Material[];
  if (draft.material !== null && offered.includes(draft.material)) return draft.material;
  return offered.length === 1 ? (offered[0] ?? null) : null;
}

/** What of a line its service takes; the material may be missing yet. */
export type Line = Omit<ItemRequest, 'material'> & { readonly material: Material | null };

/** A line as the wire has it, as far as it is filled in: fields that the work takes, and no others. */
export function lineOf(draft: ItemDraft, service: Offered): Line {
  const { teeth, units, arches } = taken(draft, factsOf(service.work));
  const shade = shadesOf(service.shade_guide).find((each) => each === draft.shade);
  const notes = draft.notes.trim();
  return {
    service_id: service.id,
    ...(teeth.length > 0 && { teeth: [...teeth] }),
    ...(units.length > 0 && { units: [...units] }),
    ...(arches.length > 0 && { arches: [...arches] }),
    material: materialOf(draft, service),
    ...(shade !== undefined && { shade }),
    ...(notes !== '' && { notes }),
  };
}

/** A line for `labs/check_order` and `labs/place_order`; null until service and material are there. */
export function wireOf(draft: ItemDraft, service: Offered | undefined): ItemRequest | null {
  if (service === undefined || draft.service_id !== service.id) return null;
  const { material, ...line } = lineOf(draft, service);
  return material === null ? null : { ...line, material };
}

/** A line that was on the wire, such as that of an order which is placed again. */
export function draftOf(item: ItemRequest): ItemDraft {
  return {
    service_id: item.service_id,
    teeth: item.teeth ?? [],
    units: item.units ?? [],
    arches: item.arches ?? [],
    material: item.material,
    shade: item.shade ?? null,
    notes: item.notes ?? '',
  };
}

/** The teeth that a line names, those of units as well. */
export function teethIn(line: Partial<Chosen>): number[] {
  return [...(line.teeth ?? []), ...(line.units ?? []).map(({ tooth }) => tooth)];
}

/** How many of what its price is for a line has: teeth or units, arches, or pieces. */
export function quantityOf(line: Partial<Chosen>, work: Service['work'], per: Per): number {
  const teeth = teethIn(line);
  const arches = new Set([...(line.arches ?? []), ...teeth.map((each) => toothAt(each)?.arch)]);
  if (per === 'tooth') return teeth.length;
  if (per === 'arch') return arches.size;
  const facts = factsOf(work);
  return facts.named === 'arches' && !facts.pair ? arches.size : 1;
}
