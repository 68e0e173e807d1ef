// One file that is uploaded on this page: where it stands, and what can be done.

import { FIELDS, type Jaw, type Upload } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { online } from '../../core/connection';
import { megabytes } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import type { Tone } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { Findings } from './Findings';
import { type Item, isOver, type Problem, type Step } from './items';
import type { Queue } from './queue';
import css from './uploads.module.css';
import { words } from './words';

const JAWS = FIELDS['scans/start_upload'].jaw.values ?? [];
const TONES: Partial<Record<Step, Tone>> = { ready: 'good', rejected: 'bad', failed: 'bad' };
/** What sending the same file again does not help. */
const FINAL: readonly Problem[] = [
  'gone',
  'account',
  'type',
  'unreadable',
  'unknown-kind',
  'empty',
];

/** The row of a file. */
export function UploadRow({ item, queue }: { item: Item; queue: Queue }): JSX.Element {
  const { id, said, step, file } = item;
  const busy = step === 'sending' || step === 'judging';
  return (
    <li class={css.row} data-upload={said.file_name} data-step={step}>
      <div class={css.file}>
        <strong class={css.name}>{file.name}</strong>
        <span class={`badge ${TONES[step] ?? 'plain'}`} data-value={step}>
          {say(words.steps[step])}
        </span>
        <small>
          {said.jaw && step !== 'chosen' ? `${nameOf('Jaw', said.jaw)} · ` : ''}
          {megabytes(file.size)}
        </small>
      </div>
      {step === 'chosen' && said.kind !== 'case' && <JawSelect item={item} queue={queue} />}
      {busy && <Sending item={item} />}
      {item.upload && <Outcome upload={item.upload} />}
      {item.problem && <p class="problem">{say(words.problems[item.problem])}</p>}
      {item.fault !== null && <FaultNote fault={item.fault} />}
      <div class={`actions ${css.acts}`}>
        {step !== 'chosen' && !isOver(item) && (
          <Act what="cancel" name={file.name} act={() => queue.cancel(id)} />
        )}
        {(step === 'cancelled' || (step === 'failed' && !isFinal(item))) && (
          <Act what="retry" name={file.name} act={() => queue.retry(id)} />
        )}
        {(isOver(item) || step === 'chosen') && (
          <Act what="remove" name={file.name} act={() => queue.remove(id)} />
        )}
      </div>
    </li>
  );
}

const isFinal = ({ problem }: Item) => problem !== null && FINAL.includes(problem);

function Act(props: { what: 'cancel' | 'retry' | 'remove'; name: string; act: () => void }) {
  const what = say(words[props.what]);
  return (
    <button
      type="button"
      class={props.what === 'retry' ? 'secondary' : 'secondary outline'}
      data-upload-act={props.what}
      aria-label={say(words.ofFile, { what, name: props.name })}
      onClick={props.act}
    >
      {what}
    </button>
  );
}

function JawSelect({ item, queue }: { item: Item; queue: Queue }) {
  const id = useId();
  const { said, file } = item;
  const offered = JAWS.filter((jaw) => said.kind === 'image' || jaw !== 'mouth');
  return (
    <div class="field">
      <label for={id} class="hidden">
        {say(words.shows, { name: file.name })}
      </label>
      <select
        id={id}
        data-jaw
        value={said.jaw ?? ''}
        aria-invalid={said.jaw === null || undefined}
        onChange={(event) => queue.setJaw(item.id, (event.currentTarget.value as Jaw) || null)}
      >
        <option value="">{say(words.chooseJaw)}</option>
        {offered.map((jaw) => (
          <option key={jaw} value={jaw}>
            {nameOf('Jaw', jaw)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Sending({ item }: { item: Item }) {
  const { step, sent, file } = item;
  const label = say(words.ofFile, { what: say(words.steps[step]), name: file.name });
  if (step === 'judging') return <progress aria-label={label} />;
  const facts = {
    percent: Math.floor((100 * sent) / file.size),
    sent: megabytes(sent),
    total: megabytes(file.size),
  };
  return (
    <>
      <progress aria-label={label} max={file.size} value={sent} />
      <small>{say(online.value ? words.sentOf : words.offline, facts)}</small>
    </>
  );
}

/** What an upload came to: what was found, and what became of the parts of an archive. */
export function Outcome({ upload }: { upload: Pick<Upload, 'findings' | 'parts'> }): JSX.Element {
  return (
    <>
      <Findings findings={upload.findings} />
      {upload.parts.length > 0 && (
        <ul class={css.parts}>
          {upload.parts.map((part) => (
            <li key={part.index}>
              {say(words.part, { index: part.index })} {part.jaw && `${nameOf('Jaw', part.jaw)} `}
              <span class="badge plain">{nameOf('PartOutcome', part.outcome)}</span>
              <Findings findings={part.findings} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
