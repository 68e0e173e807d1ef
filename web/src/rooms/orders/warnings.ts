// What asks for a sign-off before scans go to a lab, each by a name of its own.

import type { File, FindingForClinic } from '@scanner/client';

/** What of a finding it is known by. */
type Found = Pick<FindingForClinic, 'code' | 'severity' | 'file_ids' | 'teeth'>;

/** A file with what the gate noticed in it. */
type Judged = Pick<File, 'findings'> & { readonly id: string };

/** A finding of the case: about another scan or tooth it is another one, to be signed off anew. */
export const caseKey = ({ code, file_ids, teeth }: Found): string =>
  [code, file_ids.toSorted().join(','), teeth.join(',')].join(' ');

/** A finding of the gate in a file. */
export const gateKey = (file: Judged, code: string): string => `${code} ${file.id}`;

/** What the gate warned of in files. */
export const gateWarnings = <F extends Judged>(files: readonly F[]) =>
  files.flatMap((file) =>
    file.findings
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => ({ file, finding })),
  );

/** All that asks for a sign-off, by name. */
export function warningsOf(findings: readonly Found[], files: readonly Judged[]): string[] {
  return [
    ...findings.filter(({ severity }) => severity === 'warning').map(caseKey),
    ...gateWarnings(files).map(({ file, finding }) => gateKey(file, finding.code)),
  ];
}
