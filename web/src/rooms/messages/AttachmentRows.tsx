// The files that go along with a message while it is written: chosen, sent, examined.

import { findingOf, UploadRejected } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { megabytes } from '../../core/format';
import { language, say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import css from './messages.module.css';
import type { AttachmentRow, Attachments } from './useAttachments';
import { words } from './words';

/** As many files as a message takes. */
const MOST = 10;

/** The files, and the button that adds some. */
export function AttachmentRows({ files }: { files: Attachments }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      {files.rows.length > 0 && (
        <ul class="cards">
          {files.rows.map((row) => (
            <Row key={row.id} row={row} files={files} />
          ))}
        </ul>
      )}
      {files.rows.length < MOST && (
        <>
          <label for={id}>{say(words.attach)}</label>
          <input
            id={id}
            type="file"
            multiple
            accept="image/*,.stl"
            data-field="attachment_ids"
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = ''; // the same file can be chosen again
              files.add(chosen.slice(0, MOST - files.rows.length));
            }}
          />
        </>
      )}
    </div>
  );
}

const STEPS = {
  waiting: words.waiting,
  sending: words.sending,
  judging: words.judging,
  ready: words.ready,
  rejected: words.rejected,
  failed: words.failed,
} as const;

function Row({ row, files }: { row: AttachmentRow; files: Attachments }) {
  const { id, file, step, sent, fault } = row;
  return (
    <li data-attachment={step}>
      <p class={css.text}>
        {file.name} ({megabytes(file.size)})
      </p>
      {/* Each percent is not read out. */}
      <p aria-live={step === 'sending' ? 'off' : 'polite'}>
        {say(STEPS[step], { percent: Math.round(sent * 100) })}
      </p>
      {step === 'sending' && <progress value={sent} aria-label={file.name} />}
      {step === 'rejected' && fault instanceof UploadRejected && (
        <ul>
          {fault.upload.findings.map((finding, index) => (
            <li key={index} class="problem">
              {findingOf(finding, language.value)}
            </li>
          ))}
        </ul>
      )}
      {step === 'failed' && <FaultNote fault={fault} again={() => files.retry(id)} beside />}
      <button type="button" class="quiet" onClick={() => files.remove(id)}>
        {say(words.takeOut)}
      </button>
    </li>
  );
}
