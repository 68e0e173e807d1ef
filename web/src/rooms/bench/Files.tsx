// The scans and photographs of an order: their pictures, in 3D, and saved, each when it is asked for.

import {
  callableOf,
  type FileFindingWords,
  findingOf,
  LINKING,
  type OrderFileLinks,
  type OrderForLab,
  type OrderState,
} from '@scanner/client';
import type { JSX } from 'preact';
import { megabytes } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import type { Row } from '../../core/watch';
import { language, say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { LinkButton } from '../../ui/LinkButton';
import { useLinks } from '../../ui/useLinks';
import { directionsOf, marksOf, Viewer } from '../../viewer/Viewer';
import { byJaw, fileName } from '../orders/FilesChoice';
import css from './bench.module.css';
import { words } from './words';

type SharedFile = OrderForLab['files'][number];
/** A call takes no more files. */
const AT_ONCE = 20;

/** The files of an order. */
export function Files({ order }: { order: Row<OrderForLab> }): JSX.Element {
  const files = order.files.toSorted(byJaw);
  const open = LINKING.includes(order.state as OrderState);
  const pictures = useLinks(
    'labs/get_file_links',
    { order_id: order.id, file_ids: files.slice(0, AT_ONCE).map(({ file_id }) => file_id) },
    ({ links: [first] }) => first?.expires_at ?? null,
  );
  return (
    <>
      <p class="muted">{say(open ? words.recorded : words.noLinks)}</p>
      {open && (
        <div class="actions" aria-busy={pictures.busy}>
          <InThreeD order_id={order.id} files={files} />
          {pictures.data === undefined && (
            <button
              type="button"
              class="secondary"
              data-pictures
              aria-disabled={pictures.busy || undefined}
              onClick={() => void pictures.ask()}
            >
              {say(pictures.busy ? words.picturesCome : words.pictures)}
            </button>
          )}
          {pictures.ended && <small>{say(words.ended)}</small>}
        </div>
      )}
      {pictures.fault !== null && <FaultNote fault={pictures.fault} />}
      <ul class={`cards ${css.files}`}>
        {files.map((file) => (
          <FileCard
            key={file.file_id}
            order_id={order.id}
            file={file}
            open={open}
            link={pictures.data?.links.find(({ file_id }) => file_id === file.file_id)}
          />
        ))}
        {pictures.data?.occlusions.map(({ pair_id, url }) => (
          <li key={pair_id} data-occlusion={pair_id}>
            <strong>{say(words.bite)}</strong>
            <Picture url={url} whole={url} name={say(words.bite)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FileCard(props: {
  order_id: string;
  file: SharedFile;
  /** Whether links may be asked for now. */
  open: boolean;
  link: OrderFileLinks['links'][number] | undefined;
}) {
  const { order_id, file, open, link } = props;
  const name = fileName(file);
  const whole = link && (link.marked_url ?? link.preview_url ?? link.url);
  return (
    <li data-row={file.file_id} data-jaw={file.jaw}>
      <strong>{name}</strong> <small>{megabytes(file.content.byte_size)}</small>
      {whole && <Picture url={link.thumbnail_url} whole={whole} name={name} />}
      {file.findings.length > 0 && (
        <ul>
          {file.findings.map((finding, index) => (
            <li key={index}>{findingOf(finding as unknown as FileFindingWords, language.value)}</li>
          ))}
        </ul>
      )}
      {open && (
        <LinkButton
          callable="labs/get_file_links"
          request={{ order_id, file_ids: [file.file_id] }}
          links={(answer) => answer.links}
          label={words.save}
          of={file.file_id}
        />
      )}
    </li>
  );
}

/** A small picture that leads to the whole one. */
function Picture(props: { url: string | null; whole: string; name: string }) {
  const { url, whole, name } = props;
  return (
    <p>
      <a href={whole} rel="noreferrer" target="_blank" data-picture>
        {url ? (
          <img src={url} alt={say(words.picture, { file: name })} referrerpolicy="no-referrer" />
        ) : (
          say(words.wholePicture)
        )}
      </a>
    </p>
  );
}

/** The scans in one frame; nothing where no file is a scan. */
function InThreeD({ order_id, files }: { order_id: string; files: readonly SharedFile[] }) {
  const scans = files.filter(({ kind }) => kind === 'stl');
  const [first] = scans;
  if (first === undefined) return null;
  const linkOf = async (file_id: string) => {
    const ask = callableOf(scanner(), 'labs/get_file_links');
    const { links } = await ask({ order_id, file_ids: [file_id] });
    return links[0];
  };
  return (
    <Viewer
      surfaces={scans.map(({ file_id, jaw, features }) => ({
        id: file_id,
        jaw,
        name: nameOf('Jaw', jaw),
        directions: directionsOf(features),
        open: async () => (await linkOf(file_id))?.url ?? '',
      }))}
      marks={scans.flatMap(({ file_id, features }) => marksOf(file_id, features))}
      picture={async () => (await linkOf(first.file_id))?.preview_url ?? null}
    />
  );
}
