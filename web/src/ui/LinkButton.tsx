// A button that asks for signed links when it is pressed, and has the file saved.

import type { CallableName, CallableRequests, CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { say, type Text } from '../core/words';
import { FaultNote } from './Fault';
import { useLinks } from './useLinks';
import { words } from './words';

/** A signed link to one file. */
export interface Link {
  readonly url: string;
  /** When it stops working, as the callable says. */
  readonly expires_at: string;
  /** What people read where there are several; the file is saved under the name that the link has. */
  readonly name?: string;
}

/** A button for the links of a callable. */
export interface LinkButtonProps<N extends CallableName> {
  readonly callable: N;
  readonly request: CallableRequests[N];
  /** Takes the links out of an answer; none where there is nothing. */
  readonly links: (response: CallableResponses[N]) => readonly Link[];
  readonly label: Text;
  /** Which of the page's buttons of this callable it is, such as an id. */
  readonly of?: string;
  readonly look?: 'primary' | 'secondary' | 'quiet';
}

/**
 * Asks for the links of files and saves a single one at once; several are shown to choose from.
 * The link stays beside the button until it ends, for browsers that begin no download by
 * themselves.
 */
export function LinkButton<N extends CallableName>(props: LinkButtonProps<N>): JSX.Element {
  const { callable, request, label, of, look = 'secondary' } = props;
  const ends = (response: CallableResponses[N]) =>
    props
      .links(response)
      .map(({ expires_at }) => expires_at)
      .sort()[0] ?? null;
  const links = useLinks(callable, request, ends);
  const shown = links.data === undefined ? undefined : props.links(links.data);
  const press = async () => {
    const response = await links.ask();
    const [only, ...others] = response === undefined ? [] : props.links(response);
    if (only && others.length === 0) save(only.url);
  };
  return (
    <div class="links" data-links={callable} data-of={of} aria-busy={links.busy}>
      <button
        type="button"
        class={look === 'primary' ? undefined : look === 'secondary' ? 'secondary outline' : look}
        aria-disabled={links.busy || undefined}
        onClick={() => void press()}
      >
        {say(links.busy ? words.waiting : label)}
      </button>
      <span aria-live="polite">
        {links.ended && <small>{say(words.linkEnded)}</small>}
        {shown?.length === 0 && <small>{say(words.noFile)}</small>}
        {shown?.map(({ url, name }, index) => (
          <a key={url} href={url} rel="noreferrer" download data-link={index}>
            {name ?? say(words.saveAgain)}
          </a>
        ))}
      </span>
      {links.fault !== null && <FaultNote fault={links.fault} />}
    </div>
  );
}

/** Saves a file: the link says that it is an attachment, and under which name. */
function save(url: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.rel = 'noreferrer';
  anchor.download = '';
  anchor.click();
}
