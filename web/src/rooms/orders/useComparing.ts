// Whether the jaws are still being compared, and for so long that somebody may go on without that.

import type { FindingForClinic } from '@scanner/client';
import { useEffect, useState } from 'preact/hooks';

/** The note that two jaws were not laid beside each other yet: a moment after the second scan. */
const NOT_COMPARED = 'case-jaws-not-compared';

/** After so long people are offered to go on without the comparison, in milliseconds. */
const PATIENCE = 60_000;

/** Where the comparison stands. */
export interface Comparing {
  /** The jaws were not compared yet. */
  readonly open: boolean;
  /** It takes longer than it should. */
  readonly long: boolean;
  /** The order waits for it. */
  readonly waiting: boolean;
  /** The person goes on without it. */
  readonly without: boolean;
  readonly goOn: (without: boolean) => void;
}

/** Follows the note of the check that the jaws were not compared yet. */
export function useComparing(findings: readonly FindingForClinic[]): Comparing {
  const open = findings.some(({ code }) => code === NOT_COMPARED);
  const [long, setLong] = useState(false);
  const [without, goOn] = useState(false);
  useEffect(() => {
    setLong(false);
    goOn(false);
    if (!open) return;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [open]);
  return { open, long, waiting: open && !without, without, goOn };
}
