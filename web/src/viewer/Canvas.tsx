// The picture of the scans: what fingers, mouse and keys do on it.

import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say } from '../core/words';
import type { Move } from './engine/camera';
import type { ScanView } from './engine/view';
import { words } from './words';

const TAP_PIXELS = 6; // farther is a drag
const KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'turn-left',
  ArrowRight: 'turn-right',
  ArrowUp: 'turn-up',
  ArrowDown: 'turn-down',
  'Shift+ArrowLeft': 'move-left',
  'Shift+ArrowRight': 'move-right',
  'Shift+ArrowUp': 'move-up',
  'Shift+ArrowDown': 'move-down',
  '+': 'nearer',
  '=': 'nearer',
  '-': 'farther',
};

interface CanvasProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: ScanView | null;
  readonly measuring: boolean;
  /** Sets a point where the picture was touched, in parts across and down. */
  readonly point: (across: number, down: number) => Promise<void>;
}

/** The canvas; dragging turns, and a tap sets a point while somebody measures. */
export function Canvas({ canvas, view, measuring, point }: CanvasProps): JSX.Element {
  const pressed = useRef<{ x: number; y: number } | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  const help = useId();
  useEffect(() => picture.current?.focus(), []); // what had the focus is gone
  const key = (event: KeyboardEvent) => {
    if (view === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const shifted = event.shiftKey && event.key.startsWith('Arrow');
    const move = KEYS[shifted ? `Shift+${event.key}` : event.key];
    if (move !== undefined) view.move(move);
    else if (event.key === 'r' || event.key === 'R') view.reset();
    else if (measuring && (event.key === 'Enter' || event.key === ' ')) void point(0.5, 0.5);
    else return;
    event.preventDefault();
  };
  const tapped = (event: PointerEvent) => {
    const start = pressed.current;
    pressed.current = null;
    if (!measuring || start === null || !event.isPrimary || event.button !== 0) return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > TAP_PIXELS) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    void point(across, (event.clientY - box.top) / box.height);
  };
  return (
    <>
      <div
        class="picture"
        ref={picture}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys turn the picture.
        tabIndex={0}
        role="application"
        aria-label={say(words.canvas)}
        aria-describedby={help}
        onKeyDown={key}
      >
        <canvas
          ref={canvas}
          onPointerDown={(event) => {
            pressed.current = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
            picture.current?.focus();
          }}
          onPointerUp={tapped}
        />
      </div>
      {measuring && <span class="cross" aria-hidden="true" />}
      <details class="help">
        <summary>{say(words.keys)}</summary>
        <p id={help}>
          {say(words.hands)} {say(words.keyboard)}
        </p>
      </details>
    </>
  );
}
