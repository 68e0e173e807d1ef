// Whether scans are still being checked, and for so long that somebody may go on without that.

import type { FileForClinic, FindingForClinic } from '@scanner/client';
import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../../core/watch';

/** The notes that a scan was not measured yet, or two jaws not compared: a moment after the upload. */
const NOT_YET: readonly string[] = ['case-being-checked', 'case-jaws-not-compared'];

/** After so long people are offered to go on without the comparison, in milliseconds. */
const PATIENCE = 60_000;

/** Where the comparison stands. */
export interface Comparing {
  /** The scans were not all measured and compared yet. */
  readonly open: boolean;
  /** It takes longer than it should. */
  readonly long: boolean;
  /** The order waits for it. */
  readonly waiting: boolean;
  /** The person goes on without it. */
  readonly without: boolean;
  readonly goOn: (without: boolean) => void;
}

/** What the check has to be asked anew for: scans that were drawn, and so measured, meanwhile. */
export function drawnOf(files: readonly Row<FileForClinic>[] | undefined): readonly string[] {
  return (files ?? []).filter(({ pictures }) => pictures !== null).map(({ id }) => id);
}

/** Follows the notes of the check that scans were not measured or compared yet. */
export function useComparing(findings: readonly FindingForClinic[]): Comparing {
  const open = findings.some(({ code }) => NOT_YET.includes(code));
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
