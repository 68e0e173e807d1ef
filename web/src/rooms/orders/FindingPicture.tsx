// The picture that shows a finding, asked for when somebody wants to see it.

import type { FindingPicture as Picture } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { Dialog } from '../../ui/form/ActionButton';
import { useLinks } from '../../ui/useLinks';
import { words } from './words';

interface Props {
  readonly case_id: string;
  readonly picture: Picture;
  /** What was found, in words: what the picture shows. */
  readonly sentence: string;
}

/** A button that shows the picture. */
export function FindingPicture(props: Props): JSX.Element {
  return props.picture.name === 'occlusion' ? <Occlusion {...props} /> : <Marked {...props} />;
}

function Marked({ case_id, picture, sentence }: Props) {
  const request = { case_id, file_ids: [picture.of] };
  const links = useLinks('scans/get_file_links', request, ({ links: [link] }) => {
    return link?.expires_at ?? null;
  });
  return <Shown links={links} url={links.data?.links[0]?.marked_url} sentence={sentence} />;
}

function Occlusion({ case_id, picture, sentence }: Props) {
  const request = { case_id, pair_ids: [picture.of] };
  const links = useLinks('scans/get_occlusion_links', request, ({ links: [link] }) => {
    return link?.expires_at ?? null;
  });
  return <Shown links={links} url={links.data?.links[0]?.url} sentence={sentence} />;
}

interface ShownProps {
  readonly links: {
    readonly ask: () => Promise<unknown>;
    readonly busy: boolean;
    readonly fault: unknown;
    readonly data: unknown;
  };
  readonly url: string | null | undefined;
  readonly sentence: string;
}

function Shown({ links, url, sentence }: ShownProps) {
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    if (links.data === undefined) void links.ask();
  };
  return (
    <>
      <button type="button" class="quiet" aria-haspopup="dialog" data-picture onClick={show}>
        {say(words.showPicture)}
      </button>
      {open && (
        <Dialog title={words.picture} onClose={() => setOpen(false)}>
          <p>{sentence}</p>
          {links.busy && <p aria-busy="true">{say(words.pictureComes)}</p>}
          {links.fault !== null && <FaultNote fault={links.fault} again={() => void links.ask()} />}
          {url && <img src={url} alt={sentence} referrerpolicy="no-referrer" />}
          {!url && !links.busy && links.fault === null && <p>{say(words.noPicture)}</p>}
          <div class="actions">
            <button type="button" class="secondary" data-closes onClick={() => setOpen(false)}>
              {say(words.close)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
