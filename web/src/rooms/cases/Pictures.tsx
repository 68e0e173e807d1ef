// The pictures of one file, large, in a dialog.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { say, type Text } from '../../core/words';
import { Dialog } from '../../ui/form/ActionButton';
import css from './cases.module.css';
import { words } from './words';

type FileLink = CallableResponses['scans/get_file_links']['links'][number];

/** The dialog; without a link it says that its time is over. */
export function Pictures(props: {
  readonly name: string;
  readonly kind: string;
  readonly link: FileLink | undefined;
  readonly close: () => void;
}): JSX.Element {
  const { name, kind, link } = props;
  const shown: readonly (readonly [Text, string | null])[] =
    link === undefined
      ? []
      : kind === 'image'
        ? [[words.photo, link.url]]
        : [
            [words.preview, link.preview_url],
            [words.marked, link.marked_url],
            [words.sheet, link.sheet_url],
          ];
  return (
    <Dialog title={words.picturesTitle} onClose={props.close}>
      <p>{name}</p>
      {shown.length === 0 && <p>{say(words.ended)}</p>}
      {shown.map(
        ([caption, url]) =>
          url && (
            <figure class={css.picture} key={caption.en}>
              <img src={url} alt={say(caption)} referrerpolicy="no-referrer" />
              <figcaption>{say(caption)}</figcaption>
            </figure>
          ),
      )}
      <CloseButton close={props.close} />
    </Dialog>
  );
}

/** Closes a dialog. */
export function CloseButton({ close }: { close: () => void }): JSX.Element {
  return (
    <div class="actions">
      <button type="button" class="secondary" data-closes onClick={close}>
        {say(words.close_)}
      </button>
    </div>
  );
}
