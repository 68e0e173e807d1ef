// The canvas that scans stand on: draws when something changed, and never else.
//
// While the scene is turned it draws one pixel to a CSS pixel, and thinned surfaces where whole ones
// took long; a moment after the last move it draws all there is, with smooth edges. `data-still` of
// the canvas says `yes` then.

import { Color, type OrthographicCamera, Scene, WebGLRenderer } from 'three';

/** Says that the browser draws nothing in three dimensions. */
export class NoWebGL extends Error {}

const GROUND = 0xd3dadf;
const STILL_MS = 180;
const SLOW_MS = 40; // beyond it, 20 pictures a second cannot be reached with all else that is done
const FINEST = 2; // pixels to a CSS pixel at rest, whose mean smooths edges; screens of phones have 3
const MOST = 3;

/** A canvas, its scene, and when it is drawn. */
export class Stage {
  readonly scene = new Scene();
  private readonly renderer: WebGLRenderer;
  private readonly sized: ResizeObserver;
  private asked = 0;
  private moving = false;
  private slow = false;
  private timed = true;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param prepare is called before each picture, with whether surfaces are to be thinned.
   * @param drawn is called after it.
   * @param resized is called with the size in CSS pixels, in the beginning too.
   * @throws `NoWebGL`
   */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: OrthographicCamera,
    private readonly prepare: (thinned: boolean) => void,
    private readonly drawn: () => void,
    private readonly resized: (width: number, height: number) => void,
  ) {
    // `antialias` would cost each picture while the scene is turned.
    const context = canvas.getContext('webgl2', { antialias: false, alpha: false });
    if (context === null) throw new NoWebGL();
    this.renderer = new WebGLRenderer({ canvas, context });
    this.scene.background = new Color(GROUND);
    this.sized = new ResizeObserver(() => this.size());
    this.sized.observe(canvas);
    canvas.addEventListener('webglcontextrestored', this.invalidate);
  }

  /** Draws soon. */
  invalidate = (): void => {
    this.canvas.dataset['still'] = 'no';
    if (this.asked === 0) this.asked = requestAnimationFrame(() => this.draw());
  };

  /** Says that it is looked from elsewhere: draws soon, and finely once that has ended. */
  moved = (): void => {
    clearTimeout(this.resting);
    this.moving = true;
    this.resting = setTimeout(() => {
      this.moving = false;
      this.invalidate();
    }, STILL_MS);
    this.invalidate();
  };

  /** Measures, once nothing moves, how long a whole picture takes: a scan was added. */
  measure(): void {
    this.timed = false;
    this.invalidate();
  }

  /** Gives back the canvas and its memory. */
  close(): void {
    cancelAnimationFrame(this.asked);
    this.asked = -1; // nothing is drawn any more
    clearTimeout(this.resting);
    this.sized.disconnect();
    this.canvas.removeEventListener('webglcontextrestored', this.invalidate);
    this.renderer.dispose();
  }

  private size(): void {
    this.resized(this.canvas.clientWidth, this.canvas.clientHeight);
    this.invalidate();
  }

  private draw(): void {
    this.asked = 0;
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    const finest = Math.min(Math.max(FINEST, devicePixelRatio), MOST);
    this.renderer.setPixelRatio(this.moving ? 1 : finest);
    this.renderer.setSize(clientWidth, clientHeight, false);
    this.prepare(this.moving && this.slow);
    this.renderer.render(this.scene, this.camera);
    if (!this.timed && !this.moving) this.time();
    if (!this.moving) this.canvas.dataset['still'] = 'yes';
    this.drawn();
  }

  private time(): void {
    this.timed = true;
    const gl = this.renderer.getContext();
    const pixel = new Uint8Array(4);
    const finished = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    finished(); // what was to be compiled and sent is done
    const start = performance.now();
    this.renderer.render(this.scene, this.camera);
    finished();
    this.slow = performance.now() - start > SLOW_MS;
  }
}
