// Uploads that were begun before this page was loaded, or elsewhere: they wait for the same file.

import type { Upload } from '@scanner/client';
import type { DocumentReference } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { now } from '../../core/clock';
import { clockTime, megabytes } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { ACCEPT, storedName } from './names';
import type { Queue } from './queue';
import { Outcome } from './UploadRow';
import css from './uploads.module.css';
import { words } from './words';

/** Whether an upload can be gone on with by its uploader. */
export const isOpen = (upload: Upload): boolean =>
  upload.state === 'issued' && upload.open && upload.expires_at.toDate() > now();

/** The uploads, each with a button for the same file. */
export function UnderWay(props: { begun: readonly Row<Upload>[]; queue: Queue }): JSX.Element {
  return (
    <>
      <h3>{say(words.underWay)}</h3>
      <ul class="cards">
        {props.begun.map((upload) => (
          <Begun key={upload.id} upload={upload} queue={props.queue} />
        ))}
      </ul>
    </>
  );
}

function Begun({ upload, queue }: { upload: Row<Upload>; queue: Queue }) {
  return upload.state === 'processing' ? (
    <Judged id={upload.id} />
  ) : (
    <Open upload={upload} queue={queue} />
  );
}

/** One that had arrived: followed until it is examined. */
function Judged({ id }: { id: string }) {
  const { data } = useDocument(
    () => scanner().documents.upload(id) as DocumentReference as DocumentReference<Upload>,
    [id],
  );
  if (!data) return null;
  const { state } = data;
  const step = state === 'ready' ? 'ready' : state === 'rejected' ? 'rejected' : 'judging';
  return (
    <li class={css.row} data-begun={id} data-step={state}>
      <FileLine upload={data} />
      <span class="badge" data-value={step}>
        {say(words.steps[step])}
      </span>
      {step === 'judging' && <progress aria-label={say(words.steps.judging)} />}
      <Outcome upload={data} />
    </li>
  );
}

function FileLine({ upload }: { upload: Upload }) {
  return (
    <div class={css.file}>
      <strong class={css.name}>{upload.file_name}</strong>
      <small>
        {upload.jaw ? `${nameOf('Jaw', upload.jaw)} · ` : ''}
        {megabytes(upload.byte_size)}
      </small>
    </div>
  );
}

function Open({ upload, queue }: { upload: Row<Upload>; queue: Queue }) {
  const input = useRef<HTMLInputElement>(null);
  const [other, setOther] = useState(false);
  const own = upload.uid === me.value?.uid;
  const chosen = (event: Event) => {
    const { files } = event.currentTarget as HTMLInputElement;
    const file = files?.[0];
    if (file === undefined) return;
    const same = storedName(file.name) === upload.file_name && file.size === upload.byte_size;
    setOther(!same);
    if (same) queue.add([file], [upload]);
  };
  return (
    <li class={css.row} data-begun={upload.id} data-step={upload.state}>
      <FileLine upload={upload} />
      {!own && <p>{say(words.byOther)}</p>}
      {own && (
        <>
          <p>{say(words.cutOff, { until: clockTime(upload.expires_at) })}</p>
          {other && (
            <p class="problem" role="alert">
              {say(words.notSame)}
            </p>
          )}
          <button type="button" class="secondary" onClick={() => input.current?.click()}>
            {say(words.chooseSame)}
          </button>
          <input
            ref={input}
            type="file"
            hidden
            accept={ACCEPT}
            data-same={upload.id}
            onChange={chosen}
          />
        </>
      )}
    </li>
  );
}
