// Which scans and photographs of a case go to the lab: those that no newer one replaced.

import { type FileForClinic, findingOf, type OrderProblem, problemOf } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import type { Listed, Row } from '../../core/watch';
import { language, say } from '../../core/words';
import { ListOf } from '../../ui/List';
import css from './orders.module.css';
import { words } from './words';

/** A file of a case. */
export type CaseFile = Row<FileForClinic>;

/** What a file is: the jaw and the version of a scan, or a photograph. */
export const fileName = (file: {
  readonly kind: string;
  readonly jaw: string;
  readonly version: number;
}): string =>
  file.kind === 'image'
    ? say(words.photograph)
    : say(words.scan, { jaw: nameOf('Jaw', file.jaw), version: file.version });

/** The jaws in the order in which they are shown. */
const JAWS: readonly string[] = ['upper', 'lower', 'bite', 'bite_right', 'bite_left', 'mouth'];
/** Sorts files by jaw, the upper one first. */
export const byJaw = (one: { readonly jaw: string }, other: { readonly jaw: string }): number =>
  JAWS.indexOf(one.jaw) - JAWS.indexOf(other.jaw);

/** The files with a box each. */
export function FilesChoice(props: {
  readonly files: Listed<FileForClinic>;
  readonly chosen: readonly string[];
  readonly onSwitch: (file_id: string) => void;
  /** What the check has against the files. */
  readonly problems: readonly OrderProblem[];
  /** Files that the lab has already. */
  readonly known?: readonly string[];
}): JSX.Element {
  const { files, chosen, onSwitch, problems, known = [] } = props;
  return (
    <ListOf list={files} empty={words.noFiles}>
      {(rows) => (
        <fieldset data-field="file_ids">
          <legend>{say(words.filesToSend)}</legend>
          {rows.toSorted(byJaw).map((file) => (
            <div key={file.id} data-row={file.id}>
              <label class={css.choice}>
                <input
                  type="checkbox"
                  value={file.id}
                  checked={chosen.includes(file.id)}
                  onChange={() => onSwitch(file.id)}
                />
                <span>
                  {fileName(file)}
                  <small>
                    {say(known.includes(file.id) ? words.known : words.filedOn, {
                      day: day(file.ready_at),
                    })}
                  </small>
                </span>
              </label>
              <Said file={file} problems={problems} />
            </div>
          ))}
        </fieldset>
      )}
    </ListOf>
  );
}

/** What the gate and the check say of one file. */
function Said({ file, problems }: { file: CaseFile; problems: readonly OrderProblem[] }) {
  const here = problems.filter(
    ({ at, reason }) => at === `file_ids.${file.id}` && reason !== 'file-has-warnings',
  );
  if (file.findings.length + here.length === 0) return null;
  return (
    <ul>
      {file.findings.map((finding, index) => (
        <li key={index}>{findingOf(finding, language.value)}</li>
      ))}
      {here.map((each) => (
        <li key={each.reason} class="problem">
          {problemOf({ ...each.details, ...each }, language.value)}
        </li>
      ))}
    </ul>
  );
}
