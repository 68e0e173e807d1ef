// The files of a message: shown once somebody asks for their links.

import { type Attachment, findingOf } from '@scanner/client';
import type { JSX } from 'preact';
import { language, say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { useLinks } from '../../ui/useLinks';
import css from './messages.module.css';
import { linkRequest, linksOf, type Talk } from './talks';
import { words } from './words';

/** A button that asks for the links, then the pictures, each a link to the whole file. */
export function MessageFiles(props: {
  readonly talk: Talk;
  readonly message_id: string;
  readonly files: readonly Attachment[];
}): JSX.Element {
  const { talk, message_id, files } = props;
  const links = useLinks(linksOf(talk), linkRequest(talk, message_id), ({ links: [first] }) => {
    return first?.expires_at ?? null;
  });
  const name = (index: number, kind: string | undefined) =>
    say(kind === 'stl' ? words.scan : words.photograph, { number: index + 1 });
  return (
    <div data-files={message_id} aria-busy={links.busy}>
      <ul>
        {files.flatMap(({ attachment_id, findings }) =>
          findings.map((finding, index) => (
            <li key={`${attachment_id} ${index}`}>{findingOf(finding, language.value)}</li>
          )),
        )}
      </ul>
      {links.data === undefined ? (
        <button type="button" class="secondary outline" onClick={() => void links.ask()}>
          {say(links.busy ? words.filesCome : words.showFiles, { count: files.length })}
        </button>
      ) : (
        <ul class={css.pictures}>
          {links.data.links.map(({ file_id, url, thumbnail_url, preview_url }, index) => {
            const known = files.find((each) => each.attachment_id === file_id)?.kind;
            // Admins know the ids alone: of a scan there is a picture to open, of a photograph not.
            const title = name(index, known ?? (preview_url ? 'stl' : 'image'));
            return (
              <li key={file_id}>
                <a href={url} rel="noreferrer" download data-link={index}>
                  {thumbnail_url && (
                    <img src={thumbnail_url} alt="" referrerpolicy="no-referrer" loading="lazy" />
                  )}
                  {title}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <span aria-live="polite">{links.ended && <small>{say(words.ended)}</small>}</span>
      {links.fault !== null && <FaultNote fault={links.fault} />}
    </div>
  );
}
