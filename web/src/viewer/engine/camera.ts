// Where the scans are looked at from: turning, zooming and moving, by hand, by keys, and by name.

import { type Box3, MathUtils, OrthographicCamera, Spherical, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';

/** Sides to look from. Left and right are the patient's; `upper` and `lower` show chewing surfaces. */
export type Side = 'front' | 'back' | 'left' | 'right' | 'upper' | 'lower';

/** What a key or a button does to the view. */
export type Move =
  | 'turn-left'
  | 'turn-right'
  | 'turn-up'
  | 'turn-down'
  | 'move-left'
  | 'move-right'
  | 'move-up'
  | 'move-down'
  | 'nearer'
  | 'farther';

const AWAY_MM = 500; // the picture is the same from any distance: it has no perspective
const MARGIN = 1.08;
const STEP = MathUtils.degToRad(7.5);
const MOVED_PIXELS = 30;
const NEARER = 1.2;
/** Polar and azimuthal angle. From below, upper front teeth stand at the top, as on dental charts. */
const SIDES: Readonly<Record<Side, readonly [number, number]>> = {
  front: [90, 0],
  back: [90, 180],
  left: [90, 90],
  right: [90, -90],
  upper: [180, 0],
  lower: [0, 0],
};

/** An orthographic camera, as prostheses are designed with: lengths are equal near and far. */
export class ScanCamera {
  readonly camera = new OrthographicCamera(-1, 1, 1, -1, 1, 2 * AWAY_MM);
  private readonly controls: OrbitControls;
  /** Whether somebody turned, moved or zoomed. */
  touched = false;
  private width = 1;
  private height = 1;
  private box: Box3 | undefined;

  constructor(canvas: HTMLElement, changed: () => void) {
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.zoomToCursor = true;
    this.controls.minZoom = 0.3;
    this.controls.maxZoom = 60;
    this.controls.addEventListener('change', changed);
    this.controls.addEventListener('start', () => {
      this.touched = true;
    });
  }

  /** Fits what is in a box of the world into the picture, from the side that was looked from. */
  fit(box: Box3): void {
    this.box = box;
    const from = this.camera.position.clone().sub(this.controls.target);
    this.camera.zoom = 1;
    this.looked(box.getCenter(new Vector3()), from);
    this.framed();
  }

  /** Takes the size of the picture, in CSS pixels. */
  resize(width: number, height: number): void {
    this.width = Math.max(width, 1);
    this.height = Math.max(height, 1);
    this.framed();
  }

  /** Looks from a side at all of it. */
  look(side: Side): void {
    const [polar, azimuth] = SIDES[side];
    this.turned(polar, azimuth);
  }

  /** Looks from the front, from above or below it by so many degrees. */
  start(above: number): void {
    this.turned(90 - above, 0);
  }

  /** Looks at a place along a direction that its surroundings face. */
  lookAt(place: Vector3, facing: Vector3, zoom: number): void {
    this.camera.zoom = zoom;
    this.looked(place, facing);
    this.camera.updateProjectionMatrix();
  }

  /** Does what a key stands for. */
  move(move: Move): void {
    const { controls } = this;
    this.touched = true;
    if (move === 'turn-left') controls.rotateLeft(-STEP);
    else if (move === 'turn-right') controls.rotateLeft(STEP);
    else if (move === 'turn-up') controls.rotateUp(-STEP);
    else if (move === 'turn-down') controls.rotateUp(STEP);
    else if (move === 'move-left') controls.pan(-MOVED_PIXELS, 0);
    else if (move === 'move-right') controls.pan(MOVED_PIXELS, 0);
    else if (move === 'move-up') controls.pan(0, -MOVED_PIXELS);
    else if (move === 'move-down') controls.pan(0, MOVED_PIXELS);
    else this.zoomed(move === 'nearer' ? NEARER : 1 / NEARER);
  }

  /** The ray of the world through a point of the picture, which is 0 to 1 across and down. */
  ray(across: number, down: number): { from: Vector3; towards: Vector3 } {
    this.camera.updateMatrixWorld();
    const from = new Vector3(across * 2 - 1, 1 - down * 2, -1).unproject(this.camera);
    return { from, towards: this.camera.getWorldDirection(new Vector3()) };
  }

  /** Millimetres of the world to a CSS pixel. */
  get millimetresPerPixel(): number {
    return (this.camera.top - this.camera.bottom) / this.camera.zoom / this.height;
  }

  /** Where it is looked from, as angles in degrees: what tests and readers of the state ask. */
  get angles(): { polar: number; azimuth: number; zoom: number } {
    const polar = MathUtils.radToDeg(this.controls.getPolarAngle());
    const azimuth = MathUtils.radToDeg(this.controls.getAzimuthalAngle());
    return { polar, azimuth, zoom: this.camera.zoom };
  }

  /** Stops listening to the canvas. */
  close(): void {
    this.controls.dispose();
  }

  private turned(polar: number, azimuth: number): void {
    const [up, around] = [polar, azimuth].map(MathUtils.degToRad) as [number, number];
    const from = new Vector3().setFromSpherical(new Spherical(1, up, around).makeSafe());
    this.camera.zoom = 1;
    this.looked(this.box?.getCenter(new Vector3()) ?? this.controls.target, from);
    this.framed();
  }

  private looked(place: Vector3, from: Vector3): void {
    this.controls.target.copy(place);
    const away = from.lengthSq() > 0 ? from : new Vector3(0, 0, 1);
    this.camera.position.copy(place).addScaledVector(away.normalize(), AWAY_MM);
    this.controls.update();
  }

  private zoomed(factor: number): void {
    const { minZoom, maxZoom } = this.controls;
    this.camera.zoom = MathUtils.clamp(this.camera.zoom * factor, minZoom, maxZoom);
    this.camera.updateProjectionMatrix();
    this.controls.dispatchEvent({ type: 'change' });
  }

  /** Makes the picture as high as shows the box from where it is looked from. */
  private framed(): void {
    const { camera } = this;
    camera.updateMatrixWorld();
    const size = new Vector3(60, 60, 60);
    if (this.box !== undefined) size.copy(this.box.getSize(size));
    const [right, up] = [0, 1].map((column) => {
      const axis = new Vector3().setFromMatrixColumn(camera.matrixWorld, column);
      return Math.abs(axis.x) * size.x + Math.abs(axis.y) * size.y + Math.abs(axis.z) * size.z;
    }) as [number, number];
    const half = (MARGIN / 2) * Math.max(up, (right * this.height) / this.width);
    camera.top = half;
    camera.bottom = -half;
    camera.left = (-half * this.width) / this.height;
    camera.right = -camera.left;
    camera.updateProjectionMatrix();
  }
}
