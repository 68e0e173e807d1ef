// Months as the reviews name them, `2026-05`, and what changed from one review to the next.

/** The month before a month. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const before = number === 1 ? [year - 1, 12] : [year, number - 1];
  return `${before[0]}-${String(before[1]).padStart(2, '0')}`;
}

/** How many accounts of a role and a status there were in two months. */
export interface Counted {
  /** `<role>/<status>`. */
  readonly of: string;
  readonly now: number;
  /** Null while only one month is read. */
  readonly before: number | null;
}

/** The counts of a month beside those of the one before, in the order of their names. */
export function counted(
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>> | null,
): readonly Counted[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before ?? {})])].sort();
  return names.map((of) => ({ of, now: now[of] ?? 0, before: before && (before[of] ?? 0) }));
}
