// The scans of a case in 3D, once somebody asks for it: before that neither code nor links are loaded.

import type { ComponentType, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../core/words';
import type { Mark } from './marks';
import type { Surface } from './useScans';
import { words } from './words';

export { directionsOf, type Mark, marksOf } from './marks';
export type { Surface } from './useScans';

/** What a viewer shows. */
export interface ViewerProps {
  /** Scans of one case: they lie in one frame, as they were scanned. */
  readonly surfaces: readonly Surface[];
  readonly marks?: readonly Mark[];
  /** Asks for a link to the gate's picture, to be shown where the browser has no 3D. */
  readonly picture?: () => Promise<string | null>;
}

type Opened = ComponentType<ViewerProps & { close: () => void }>;

/** A button that opens the scans in 3D, in its place. */
export function Viewer(props: ViewerProps): JSX.Element {
  const [open, setOpen] = useState<'no' | 'opening' | 'failed' | { Opened: Opened }>('no');
  if (typeof open === 'object') return <open.Opened {...props} close={() => setOpen('no')} />;
  const start = async () => {
    setOpen('opening');
    try {
      const { OpenedViewer } = await import('./OpenedViewer');
      setOpen({ Opened: OpenedViewer });
    } catch {
      setOpen('failed');
    }
  };
  return (
    <div class="actions" aria-busy={open === 'opening'}>
      {open === 'failed' && <p role="alert">{say(words.noChunk)}</p>}
      <button type="button" class="secondary" data-viewer="open" onClick={() => void start()}>
        {say(open === 'failed' ? words.again : open === 'opening' ? words.opening : words.open)}
      </button>
    </div>
  );
}
