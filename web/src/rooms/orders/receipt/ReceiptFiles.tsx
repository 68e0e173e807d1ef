// What was sent, on the receipt: each file with its flags and who of the lab fetched it, and findings.

import type { FileShown, FindingShown } from '@scanner/client';
import type { JSX } from 'preact';
import { megabytes, moment, whole } from '../../../core/format';
import { language, say } from '../../../core/words';
import { fileName } from '../FilesChoice';
import { memberName } from '../steps-words';
import { words as orderWords } from '../words';
import { words } from './words';

/** The files that were ever sent. */
export function ReceiptFiles({ files }: { files: readonly FileShown[] }): JSX.Element {
  return (
    <ul class="cards">
      {files.map((file) => (
        <li key={`${file.file_id} ${file.sent_with}`} data-row={file.file_id}>
          <strong>{fileName(file)}</strong>
          <p>
            {say(words.sentBy, { moment: moment(file.sent_at), who: memberName(file.sent_by) })}
          </p>
          {file.out_at && <p>{say(words.out, { moment: moment(file.out_at) })}</p>}
          {file.flags.map(({ code, sentence }) => (
            <p key={code} lang="en">
              {sentence}
            </p>
          ))}
          {file.signed_off && <p>{say(words.signedOff)}</p>}
          {file.fetches.length === 0 && <p>{say(words.notFetched)}</p>}
          {file.fetches.map(({ member, times, first_at }) => (
            <p key={member}>
              {say(words.fetched, { who: memberName(member), times, moment: moment(first_at) })}
            </p>
          ))}
          <small>
            {say(file.triangles === null ? words.size : words.figures, {
              triangles: whole(file.triangles ?? 0),
              size: megabytes(file.byte_size),
              sum: file.crc32c,
            })}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What the case check found in each sending; null where it did not look. */
export function ReceiptFindings(props: {
  readonly findings: readonly FindingShown[] | null;
}): JSX.Element {
  const { findings } = props;
  if (findings === null) return <p>{say(words.notChecked)}</p>;
  if (findings.length === 0) return <p>{say(words.noFinding)}</p>;
  return (
    <ul class="cards">
      {findings.map((found, index) => (
        <li key={index} data-finding={found.code}>
          <span class={found.severity === 'warning' ? 'badge warning' : 'badge'}>
            {say(found.severity === 'warning' ? orderWords.warning : orderWords.note)}
          </span>{' '}
          {found.signed_off && <small>{say(words.signedOff)}</small>}
          <p>{found.sentence[language.value]}</p>
          <small>{moment(found.sent_at)}</small>
        </li>
      ))}
    </ul>
  );
}
