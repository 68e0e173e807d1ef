// Where files are dropped or chosen for a case, a visit or a consent, and what becomes of each.

import { page, type Upload } from '@scanner/client';
import type { Query } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { PAGE, type Row } from '../../core/watch';
import { say } from '../../core/words';
import { ACCEPT } from './names';
import { type Queue, queueOf } from './queue';
import { idOf, type Target } from './send';
import { isOpen, UnderWay } from './UnderWay';
import { UploadRow } from './UploadRow';
import css from './uploads.module.css';
import { words } from './words';

/** Where files are uploaded. */
export interface UploadBoxProps {
  /** What they are for: `{case_id}` for a clinic, `{visit_id}` for an operator, `{consent_id}`. */
  readonly target: Target;
  /** Also offers to take a photo with the camera of a phone. */
  readonly camera?: boolean;
}

/** The place for files, those that this page sends, and those that were begun before. */
export function UploadBox({ target, camera = false }: UploadBoxProps): JSX.Element {
  const queue = queueOf(target);
  const items = queue.items.value;
  const begun = useBegun(target, queue);
  const [twice, setTwice] = useState(0);
  const take = (files: FileList | null | undefined) => {
    if (files) setTwice(queue.add([...files], begun.filter(isOwnOpen)));
  };
  const waiting = items.filter(({ step }) => step === 'chosen');
  const running = items.filter(({ step, slot }) => slot !== null || step === 'waiting');
  const shown = begun.filter(({ id }) => !items.some(({ slot }) => slot?.upload_id === id));
  return (
    <div data-uploads={idOf(target)}>
      <DropZone target={target} camera={camera} take={take} />
      <div aria-live="polite">
        {twice > 0 && <p>{say(words.twice, { count: twice })}</p>}
        {running.length > 0 && (
          <p>
            {say(words.progress, {
              ready: running.filter(({ step }) => step === 'ready').length,
              all: running.length,
            })}
          </p>
        )}
      </div>
      {items.length > 0 && (
        <ul class="cards">
          {items.map((item) => (
            <UploadRow key={item.id} item={item} queue={queue} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && <SendButton queue={queue} count={waiting.length} />}
      {shown.length > 0 && <UnderWay begun={shown} queue={queue} />}
    </div>
  );
}

const isOwnOpen = (upload: Upload) => upload.uid === me.value?.uid && isOpen(upload);

/**
 * Uploads for the same that were under way when this was opened, and that this page does not send.
 *
 * Read once: what this page sends it follows by itself.
 */
function useBegun(target: Target, queue: Queue): readonly Row<Upload>[] {
  const own = me.value;
  const [found, setFound] = useState<readonly Row<Upload>[]>([]);
  const [[field, id] = ['', '']] = Object.entries(target) as [string, string][];
  useEffect(() => {
    if (own === null) return;
    const { lists } = scanner();
    const asked =
      own.role === 'operator'
        ? lists.operatorUploadsUnderWay(own)
        : lists.clinicUploadsUnderWay(own);
    let shown = true;
    const read = async () => {
      const { documents } = await page<Upload>(asked as unknown as Query<Upload>, PAGE);
      noteReads(documents.length);
      if (shown) setFound(documents.map((each) => ({ ...each.data(), id: each.id })));
    };
    read().catch(() => undefined); // without a connection there is nothing to go on with
    return () => {
      shown = false;
    };
  }, [own?.uid, id]);
  return found.filter(
    (upload) =>
      upload[field as 'case_id'] === id &&
      (upload.state === 'processing' || isOpen(upload)) &&
      !queue.dropped.has(upload.id),
  );
}

function DropZone(props: {
  target: Target;
  camera: boolean;
  take: (files: FileList | null | undefined) => void;
}) {
  const [over, setOver] = useState(false);
  const form = 'consent_id' in props.target;
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  return (
    // A mouse drops here; everybody else has the buttons.
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways
    <div
      class={over ? `${css.drop} ${css.over}` : css.drop}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(false);
        props.take(event.dataTransfer?.files);
      }}
    >
      <p class={css.desktop}>{say(words.drop)}</p>
      <div class={`actions ${css.buttons}`}>
        <FileButton take={props.take} form={form} />
        {props.camera && <FileButton take={props.take} form={form} capture />}
      </div>
      <small>{say(form ? words.takesPhoto : words.takes)}</small>
    </div>
  );
}

function FileButton(props: {
  take: (files: FileList | null | undefined) => void;
  form: boolean;
  capture?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const text = props.capture ? words.camera : props.form ? words.chooseOne : words.choose;
  return (
    <>
      <button
        type="button"
        class={props.capture ? 'secondary' : undefined}
        data-choose={props.capture ? 'camera' : 'files'}
        onClick={() => input.current?.click()}
      >
        {say(text)}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!props.form && !props.capture}
        accept={props.form || props.capture ? 'image/*,.heic,.heif' : ACCEPT}
        capture={props.capture ? 'environment' : undefined}
        data-files={props.capture ? 'camera' : 'files'}
        onChange={(event) => {
          props.take(event.currentTarget.files);
          event.currentTarget.value = ''; // the same file once more is a change, too
        }}
      />
    </>
  );
}

function SendButton({ queue, count }: { queue: Queue; count: number }) {
  const [asked, setAsked] = useState(false);
  const missing = queue.items.value.some(
    ({ step, said }) => step === 'chosen' && said.kind !== 'case' && said.jaw === null,
  );
  return (
    <>
      <p>{say(words.check)}</p>
      <div aria-live="polite">
        {asked && missing && <p class="problem">{say(words.missing)}</p>}
      </div>
      <button
        type="button"
        data-send
        onClick={() => {
          setAsked(true);
          queue.send();
        }}
      >
        {say(words.send, { count })}
      </button>
    </>
  );
}
