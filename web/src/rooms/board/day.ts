// The visits of one day, by operator and hour: pure, for the board and its tests.

/** What of a visit its place on the board depends on. */
export interface Placed {
  readonly assignee: string | null;
  readonly slot: { readonly starts_at: string } | null;
}

/** The visits of one operator on a day, the first one first. */
export interface Round<V> {
  /** Null where nobody is assigned any more. */
  readonly operator: string | null;
  readonly visits: readonly V[];
}

/** Visits that begin within a day, from `from` to `until` which is no part of it, by operator. */
export function roundsOf<V extends Placed>(
  visits: readonly V[],
  from: Date,
  until: Date,
): readonly Round<V>[] {
  const rounds = new Map<string | null, V[]>();
  const own = visits.filter(({ slot }) => {
    const starts = slot === null ? Number.NaN : Date.parse(slot.starts_at);
    return starts >= from.getTime() && starts < until.getTime();
  });
  for (const visit of own.toSorted(byStart)) {
    rounds.set(visit.assignee, [...(rounds.get(visit.assignee) ?? []), visit]);
  }
  return [...rounds].map(([operator, visits]) => ({ operator, visits }));
}

function byStart(a: Placed, b: Placed): number {
  return Date.parse(a.slot?.starts_at ?? '') - Date.parse(b.slot?.starts_at ?? '');
}

/** A time that was offered. */
export interface Slot {
  readonly starts_at: string;
  readonly ends_at: string;
}

/** The times at which somebody can still be sent, the first one first. */
export const ahead = <S extends Slot>(slots: readonly S[], now: Date): readonly S[] =>
  slots
    .filter(({ starts_at }) => Date.parse(starts_at) > now.getTime())
    .toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
