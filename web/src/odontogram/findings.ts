// What was found in a case's scans, as the chart shows it: marks at teeth, and what no scan covers.

import type { Arch, FindingForClinic, OrderFinding } from '@scanner/client';
import type { Text } from '../core/words';
import { rows, teethOf } from './teeth';

/** Something to tell of some teeth. */
export interface Mark {
  readonly teeth: readonly number[];
  readonly severity: 'warning' | 'note';
  readonly sentence: Text;
  /** What would mend it. */
  readonly mend?: Text;
}

/** A finding of `labs/check_order`, or one that is kept with an order. */
export type Finding = Pick<
  FindingForClinic | OrderFinding,
  'code' | 'severity' | 'sentence' | 'mend' | 'teeth'
>;

/** The findings that are about teeth; warnings first. Those about whole scans are told elsewhere. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  const marks = findings
    .filter(({ teeth }) => teeth.length > 0)
    .map(({ teeth, severity, sentence, mend }) => ({
      teeth,
      severity: severity === 'warning' ? ('warning' as const) : ('note' as const),
      sentence,
      mend,
    }));
  return ['warning', 'note'].flatMap((each) => marks.filter(({ severity }) => severity === each));
}

const NOT_REACHED: readonly string[] = ['case-tooth-not-scanned', 'case-arch-not-whole'];

/** The teeth that no scan covers: those of a jaw without one, and those that a scan does not reach. */
export function unscannedTeeth(
  scanned: readonly Arch[],
  findings: readonly Finding[] = [],
): ReadonlySet<number> {
  const jaws = rows(true).filter(({ arch }) => !scanned.includes(arch));
  const beyond = findings.filter(({ code }) => NOT_REACHED.includes(code));
  return new Set([...jaws.flatMap(teethOf), ...beyond.flatMap(({ teeth }) => teeth)]);
}
