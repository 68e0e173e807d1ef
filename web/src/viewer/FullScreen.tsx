// The viewer on the whole screen; where the browser cannot do that, on the whole page.

import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../core/words';
import { words } from './words';

/** A switch; Escape ends it. */
export function FullScreen({ frame }: { frame: RefObject<HTMLElement | null> }): JSX.Element {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const left = () => setFull(document.fullscreenElement !== null);
    const escaped = ({ key }: KeyboardEvent) => key === 'Escape' && setFull(false);
    document.addEventListener('fullscreenchange', left);
    document.addEventListener('keydown', escaped);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      document.removeEventListener('keydown', escaped);
    };
  }, []);
  useEffect(() => {
    frame.current?.classList.toggle('full', full);
  }, [full]);
  const turn = async () => {
    setFull(!full);
    if (full)
      await document.exitFullscreen?.().catch(() => {}); // it was not on the whole screen
    else await frame.current?.requestFullscreen?.().catch(() => {}); // an iPhone does not
  };
  return (
    <button
      type="button"
      class="secondary outline"
      aria-pressed={full}
      data-viewer="full-screen"
      onClick={() => void turn()}
    >
      {say(full ? words.leaveFullScreen : words.fullScreen)}
    </button>
  );
}
