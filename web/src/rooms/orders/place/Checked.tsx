// What a laboratory would ask about the order, found before it is placed.

import { problemOf } from '@scanner/client';
import type { JSX } from 'preact';
import { language, say } from '../../../core/words';
import { FaultNote } from '../../../ui/Fault';
import { Empty } from '../../../ui/List';
import { ComparingNote } from '../ComparingNote';
import type { CaseFile } from '../FilesChoice';
import { SignOff } from '../SignOff';
import type { Check } from '../useCheck';
import type { Comparing } from '../useComparing';
import { warningsOf } from '../warnings';
import { words } from './words';

/** Problems that are told where they can be mended, or that a sign-off answers. */
const ELSEWHERE = /^(items|file_ids|wanted_on)/;
const OWN_PLACE: readonly string[] = ['insufficient-funds', 'case-has-findings'];

/** The findings with their sign-offs, and what speaks against the order as a whole. */
export function Checked(props: {
  readonly case_id: string;
  readonly check: Check;
  /** There is something to check. */
  readonly asked: boolean;
  readonly files: readonly CaseFile[];
  readonly signed: readonly string[];
  readonly onSigned: (signed: readonly string[]) => void;
  readonly comparing: Comparing;
}): JSX.Element {
  const { check, files, comparing } = props;
  const { data, busy, fault, again } = check;
  if (!props.asked) return <Empty text={words.checkLater} />;
  const findings = data?.findings ?? [];
  const whole = (data?.problems ?? []).filter(
    ({ at, reason }) => !ELSEWHERE.test(at) && !OWN_PLACE.includes(reason),
  );
  // What was ordered is not known yet, so nothing is said of it, and nothing good either.
  const unfilled = data?.problems.some(({ at }) => at.startsWith('items')) ?? false;
  const nothing = whole.length + findings.length + warningsOf([], files).length === 0;
  return (
    <div aria-busy={busy}>
      <div aria-live="polite">
        {busy && data === undefined && <p>{say(words.checking)}</p>}
        {data && nothing && unfilled && <p class="muted">{say(words.checkUnfilled)}</p>}
        {data && nothing && !unfilled && <p class="done">{say(words.allWell)}</p>}
        {whole.map((each) => (
          <p key={each.reason} class="problem">
            {problemOf({ ...each.details, ...each }, language.value)}
          </p>
        ))}
      </div>
      <ComparingNote comparing={comparing} />
      {fault !== null && <FaultNote fault={fault} again={again} beside />}
      {data && (
        <SignOff
          case_id={props.case_id}
          findings={findings}
          files={files}
          signed={props.signed}
          onSigned={props.onSigned}
        />
      )}
    </div>
  );
}
