// The scans of a viewer: loaded when it is opened, each by itself, and given back when it is closed.

import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { NoWebGL } from './engine/stage';
import { loadSurface } from './engine/surface';
import { ScanView, type ShownScan } from './engine/view';

/** A scan to be shown, and how its link is asked for. */
export interface Surface extends ShownScan {
  /** Its name in the reader's language. */
  readonly name: string;
  /** Asks for a signed link to the file; called when it is to be loaded. */
  readonly open: () => Promise<string>;
}

/** How far a scan has come. */
export type Loading =
  | { readonly step: 'loading'; readonly loaded: number; readonly size: number | null }
  | { readonly step: 'ready' }
  | { readonly step: 'failed'; readonly fault: unknown };

/** A viewer's scans as they come. */
export interface Scans {
  /** What shows them; null before, and where the browser shows nothing in 3D. */
  readonly view: ScanView | null;
  readonly noWebGL: boolean;
  readonly loading: Readonly<Record<string, Loading>>;
  /** Loads a scan again that could not be. */
  readonly again: (surface: Surface) => void;
}

const THIN_TRIANGLES = 30_000; // of all scans together, while they are turned: see docs/performance.md
const STARTED: Loading = { step: 'loading', loaded: 0, size: null };

/** Shows scans on a canvas while the component is there; `drawn` is called after each picture. */
export function useScans(
  canvas: RefObject<HTMLCanvasElement | null>,
  surfaces: readonly Surface[],
  drawn: (view: ScanView) => void,
): Scans {
  const [view, setView] = useState<ScanView | null>(null);
  const [noWebGL, setNoWebGL] = useState(false);
  const [loading, setLoading] = useState<Record<string, Loading>>({});
  const open = useRef<{ view: ScanView; ended: AbortController; thin: number } | null>(null);

  const load = useCallback(async (surface: Surface) => {
    const { current } = open;
    if (current === null) return;
    const { id } = surface;
    const { signal } = current.ended;
    const say = (step: Loading) => {
      if (!signal.aborted) setLoading((before) => ({ ...before, [id]: step }));
    };
    say(STARTED);
    const progress = (loaded: number, size: number | null) =>
      say({ step: 'loading', loaded, size });
    try {
      const { open: link } = surface;
      const { mesh, worker } = await loadSurface(link, current.thin, progress, signal);
      if (signal.aborted) return worker.close();
      current.view.add(surface, mesh, worker);
      say({ step: 'ready' });
    } catch (fault) {
      say({ step: 'failed', fault });
    }
  }, []);

  const ids = surfaces.map(({ id }) => id).join();
  // Scans are told apart by their ids: a page that is drawn anew has them anew.
  useEffect(() => {
    const ended = new AbortController();
    try {
      const made: ScanView = new ScanView(canvas.current as HTMLCanvasElement, surfaces, () =>
        drawn(made),
      );
      open.current = { view: made, ended, thin: THIN_TRIANGLES / surfaces.length };
      setView(made);
    } catch (error) {
      if (!(error instanceof NoWebGL)) throw error;
      setNoWebGL(true);
      return;
    }
    setLoading({});
    for (const surface of surfaces) void load(surface);
    return () => {
      ended.abort();
      open.current?.view.close();
      open.current = null;
      setView(null);
    };
  }, [ids]);

  return { view, noWebGL, loading, again: (surface) => void load(surface) };
}
