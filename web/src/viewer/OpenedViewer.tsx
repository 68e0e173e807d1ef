// The viewer itself: the canvas, what is said of it, and its tools.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../core/words';
import { Canvas } from './Canvas';
import { CutTool } from './CutTool';
import type { ScanView } from './engine/view';
import { FullScreen } from './FullScreen';
import { MarkList } from './MarkList';
import { MeasureTool } from './MeasureTool';
import { ScanList, type Shown } from './ScanList';
import { SideButtons } from './SideButtons';
import { Troubles } from './Troubles';
import { useScans } from './useScans';
import type { ViewerProps } from './Viewer';
import './viewer.css';
import { words } from './words';

const SIDE = 0.5; // turned by less than 60 degrees from the front or the back

/** Shows scans until `close` is called. */
export function OpenedViewer(props: ViewerProps & { close: () => void }): JSX.Element {
  const { surfaces, marks = [], picture, close } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLDivElement>(null);
  const { view, noWebGL, loading, again } = useScans(canvas, surfaces, (drawn) => {
    if (over.current !== null) placed(over.current, drawn);
  });
  const [shown, setShown] = useState<Shown>({});
  const [alone, setAlone] = useState<string | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const [said, setSaid] = useState('');
  const [distance, setDistance] = useState<number | null>(null);
  const ready = surfaces.filter(({ id }) => loading[id]?.step === 'ready');
  const placesOfMarks = JSON.stringify(marks.map(({ surface, at }) => [surface, at]));

  useEffect(() => {
    for (const { id } of ready) {
      const { hidden = false, transparency = 0 } = shown[id] ?? {};
      view?.show(id, alone === null ? !hidden : alone === id, 1 - transparency / 100);
    }
  }, [view, shown, alone, ready.length]);
  useEffect(() => view?.mark(marks), [view, placesOfMarks, ready.length]);

  const point = async (across: number, down: number) => {
    if (view === null) return;
    const hit = await view.point(across, down);
    const { points, distance: measured } = view.measure;
    setDistance(measured);
    if (!hit) setSaid(say(words.measureMissed));
    else if (measured === null)
      setSaid(say(points === 1 ? words.measureSecond : words.measureFirst));
    else setSaid(say(words.distanceSaid, { mm: measured.toFixed(1) }));
  };

  return (
    <section class="viewer" aria-label={say(words.title)} ref={frame} data-viewer="opened">
      <div class="view">
        <div class="stage">
          {!noWebGL && <Canvas canvas={canvas} view={view} measuring={measuring} point={point} />}
          <div class="over" ref={over} aria-hidden="true">
            {ready.some(({ directions }) => directions) && (
              <>
                <span class="letter" data-letter="right">
                  {say(words.rightLetter)}
                </span>
                <span class="letter" data-letter="left">
                  {say(words.leftLetter)}
                </span>
              </>
            )}
            <span class="distance" hidden={distance === null}>
              {distance !== null && say(words.distance, { mm: distance.toFixed(1) })}
            </span>
          </div>
          <Troubles {...{ surfaces, loading, noWebGL, again, picture }} />
        </div>
        <p role="status" aria-live="polite" data-viewer="said">
          {said}
        </p>
      </div>
      <div class="tools">
        {view !== null && ready.length > 0 && (
          <>
            <SideButtons
              view={view}
              scans={ready}
              say={setSaid}
              alone={(scan) => setAlone(scan === null ? null : scan.id)}
            />
            <ScanList
              scans={ready}
              shown={shown}
              alone={alone}
              change={(next) => {
                setAlone(null);
                setShown(next);
              }}
              say={setSaid}
            />
            <CutTool view={view} scans={ready.length} say={setSaid} />
            <MeasureTool
              on={measuring}
              distance={distance}
              turn={(on) => {
                setMeasuring(on);
                setSaid(on ? say(words.measureFirst) : '');
              }}
              point={point}
              clear={() => {
                view.unmeasure();
                setDistance(null);
              }}
            />
            <MarkList
              view={view}
              marks={marks.filter(({ surface }) => ready.some(({ id }) => id === surface))}
              say={setSaid}
              reveal={(id) => {
                setAlone(id); // another jaw would hide the place
              }}
            />
          </>
        )}
        <div class="actions">
          <FullScreen frame={frame} />
          <button type="button" class="secondary outline" data-viewer="close" onClick={close}>
            {say(words.close)}
          </button>
        </div>
      </div>
    </section>
  );
}

/** Puts the letters of the patient's sides, and the measured distance, where the picture has them. */
function placed(over: HTMLElement, view: ScanView): void {
  const part = (name: string) => over.querySelector<HTMLElement>(name);
  for (const [side, letter] of [
    part('[data-letter=left]'),
    part('[data-letter=right]'),
  ].entries()) {
    const rightward = side === 0 ? view.leftward : -view.leftward;
    letter?.classList.toggle('at-right', rightward > SIDE);
    letter?.classList.toggle('at-left', rightward < -SIDE);
  }
  const distance = part('.distance');
  const at = view.middle;
  if (distance && at) distance.style.transform = `translate(${at.x}px, ${at.y}px)`;
}
