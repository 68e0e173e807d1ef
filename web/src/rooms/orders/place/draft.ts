// An order while it is written: what stands in it, and what of it goes to the check and to the lab.

import type { CheckOrder, ItemRequest, OrderProblem, PlaceOrder } from '@scanner/client';
import { EMPTY, type ItemDraft, lineOf, type Offered, wireOf } from '../../../odontogram/items';
import { clashes, type LineProblem } from '../../../odontogram/problems';

/** What a person has filled in. */
export interface OrderDraft {
  readonly lab_id: string | null;
  readonly lines: readonly ItemDraft[];
  /** Files that are not to go along; all others of the case are, also one that comes meanwhile. */
  readonly left_out: readonly string[];
  /** Null: as soon as the lab can have it ready. */
  readonly wanted_on: string | null;
  readonly share_name: boolean;
  /** What was signed off, by the names of `warningsOf`. */
  readonly signed: readonly string[];
}

/** An order of which nothing is filled in. */
export const NOTHING: OrderDraft = {
  lab_id: null,
  lines: [EMPTY],
  left_out: [],
  wanted_on: null,
  share_name: false,
  signed: [],
};

/** The draft for another lab: teeth, shades and notes stay, the services are chosen anew. */
export function withLab(draft: OrderDraft, lab_id: string | null): OrderDraft {
  if (lab_id === draft.lab_id) return draft;
  const lines = draft.lines.map((line) => ({ ...line, service_id: null }));
  return { ...draft, lab_id, lines };
}

/** The service of a line; undefined while none is chosen, or it is not offered any more. */
export function serviceOf(line: ItemDraft, services: readonly Offered[]): Offered | undefined {
  return services.find(({ id, active }) => active && id === line.service_id);
}

/** The lines that can be sent, each with its number in the draft. */
export function sendable(
  draft: OrderDraft,
  services: readonly Offered[],
): readonly { readonly number: number; readonly item: ItemRequest }[] {
  return draft.lines.flatMap((line, number) => {
    const item = wireOf(line, serviceOf(line, services));
    return item === null ? [] : [{ number, item }];
  });
}

/** What the lines have against one another, by the number of the line. */
export function clashesOf(
  draft: OrderDraft,
  services: readonly Offered[],
): ReadonlyMap<number, readonly LineProblem[]> {
  const lines = draft.lines.map((line) => {
    const service = serviceOf(line, services);
    return service ? { line: lineOf(line, service), service } : null;
  });
  const found = clashes(lines);
  return new Map(draft.lines.map((_, at) => [at, found.filter(({ line }) => line === at)]));
}

/** The problems of an answer, with the numbers that its lines have in the draft. */
export function placed(
  problems: readonly OrderProblem[],
  sent: readonly { readonly number: number }[],
): readonly OrderProblem[] {
  return problems.map((problem) => {
    const at = problem.at.replace(/^items\.(\d+)/, (whole, index: string) => {
      const line = sent[Number(index)];
      return line ? `items.${line.number}` : whole;
    });
    return { ...problem, at };
  });
}

/** What the draft comes to, as far as it is filled in. */
export interface Asked {
  readonly case_id: string;
  readonly lab_id: string;
  readonly items: readonly ItemRequest[];
  readonly file_ids: readonly string[];
  readonly wanted_on: string | null;
  readonly signed: boolean;
}

/** What the check is asked. */
export function checkOf({ signed, ...asked }: Asked): CheckOrder {
  return {
    ...asked,
    items: [...asked.items],
    file_ids: [...asked.file_ids],
    proceed_with_warnings: signed,
  };
}

/** What is ordered; the server tells what is missing in it. */
export function orderOf(
  { signed, wanted_on, ...asked }: Asked,
  share_name: boolean,
): Omit<PlaceOrder, 'idempotency_key'> {
  return {
    ...asked,
    items: [...asked.items],
    file_ids: [...asked.file_ids],
    wanted_on: wanted_on ?? '',
    share_name,
    proceed_with_warnings: signed,
  };
}
