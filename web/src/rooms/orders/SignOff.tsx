// What was found in the scans before they go to the lab: warnings to sign off one by one, and notes.

import { type FindingForClinic, findingOf } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { language, say, type Text } from '../../core/words';
import { type CaseFile, fileName } from './FilesChoice';
import { FindingPicture } from './FindingPicture';
import { caseKey, gateKey, gateWarnings } from './warnings';
import { words } from './words';

interface Props {
  readonly case_id: string;
  readonly findings: readonly FindingForClinic[];
  /** The files that are to be sent. */
  readonly files: readonly CaseFile[];
  readonly signed: readonly string[];
  readonly onSigned: (signed: readonly string[]) => void;
}

/** Lists what was found, what would mend it, and a box at each warning. */
export function SignOff({ case_id, findings, files, signed, onSigned }: Props): JSX.Element {
  const toggle = (key: string) =>
    onSigned(signed.includes(key) ? signed.filter((each) => each !== key) : [...signed, key]);
  const notes = findings.filter(({ severity }) => severity !== 'warning');
  return (
    <ul class="cards">
      {findings
        .filter((each) => !notes.includes(each))
        .map((found) => {
          const key = caseKey(found);
          return (
            <Warning key={key} name={key} signed={signed.includes(key)} onToggle={toggle}>
              <Found case_id={case_id} found={found} />
            </Warning>
          );
        })}
      {gateWarnings(files).map(({ file, finding }) => {
        const key = gateKey(file, finding.code);
        return (
          <Warning key={key} name={key} signed={signed.includes(key)} onToggle={toggle}>
            <p>
              <strong>{fileName(file)}</strong>: {findingOf(finding, language.value)}
            </p>
          </Warning>
        );
      })}
      {notes.map((found) => (
        <li key={caseKey(found)} data-finding={found.code}>
          <span class="badge">{say(words.note)}</span>
          <Found case_id={case_id} found={found} />
        </li>
      ))}
    </ul>
  );
}

function Warning(props: {
  readonly name: string;
  readonly signed: boolean;
  readonly onToggle: (key: string) => void;
  readonly children: ComponentChildren;
}) {
  return (
    <li data-finding={props.name.split(' ')[0]}>
      <span class="badge warning">{say(words.warning)}</span>
      {props.children}
      <label>
        <input
          type="checkbox"
          data-sign-off={props.name.split(' ')[0]}
          checked={props.signed}
          onChange={() => props.onToggle(props.name)}
        />
        {say(words.signOff)}
      </label>
    </li>
  );
}

/** What was found, what would mend it, its picture, and where else a scan is filed. */
function Found({ case_id, found }: { case_id: string; found: FindingForClinic }) {
  const said = (text: Text) => text[language.value];
  return (
    <>
      <p>{said(found.sentence)}</p>
      <p class="muted">{said(found.mend)}</p>
      {found.filed_elsewhere.map((there) => (
        <p key={there.file_id}>
          <a href={`/cases/${there.case_id}`}>{say(words.filedElsewhere, { ...there })}</a>
        </p>
      ))}
      {found.picture && (
        <FindingPicture case_id={case_id} picture={found.picture} sentence={said(found.sentence)} />
      )}
    </>
  );
}
