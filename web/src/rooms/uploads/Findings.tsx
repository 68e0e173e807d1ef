// What the gate found in a file, in words.

import { type FileFindingWords, findingOf } from '@scanner/client';
import type { JSX } from 'preact';
import { language, say, type Text } from '../../core/words';
import css from './uploads.module.css';
import { words } from './words';

/** A finding of a file, such as its document has. */
type Finding = FileFindingWords & { readonly code: string; readonly severity: string };

const SEVERITY: Readonly<Record<string, Text>> = {
  rejected: words.refusal,
  warning: words.warning,
  note: words.note,
};

/** A list of findings, with a word for how much each matters. */
export function Findings({ findings }: { findings: readonly Finding[] }): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <ul class={css.findings}>
      {findings.map((finding, index) => (
        <li
          key={`${finding.code}${index}`}
          class={css[finding.severity]}
          data-finding={finding.code}
        >
          <strong>{say(SEVERITY[finding.severity] ?? words.note)}</strong>{' '}
          {findingOf(finding, language.value)}
        </li>
      ))}
    </ul>
  );
}
