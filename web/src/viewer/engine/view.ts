// The scans of a case on a canvas: what is shown, from where, where it is cut, what is measured.

import { Box3, Group, Vector3 } from 'three';
import { Annotations } from './annotations';
import { type Move, ScanCamera, type Side } from './camera';
import { type Placed, patientFrame } from './frame';
import { Layer } from './layer';
import type { Plane, Vector } from './queries';
import type { DrawnMesh } from './requests';
import { Stage } from './stage';
import { noCut } from './stone';
import type { SurfaceWorker } from './surface';

/** A scan to be shown. */
export interface ShownScan extends Placed {
  readonly id: string;
}

/** The patient's axes: to the left, up, to the front. */
export type Axis = 'x' | 'y' | 'z';

/** What is cut away: all beyond a part, 0 to 1, of the scans' extent; or before it. */
export interface Cut {
  readonly axis: Axis;
  readonly part: number;
  readonly before: boolean;
}

const UNSEEN = 0.01; // opacity
const AROUND_MM = 3; // of a mark: what its surroundings face
const CLOSE = 3; // times nearer, to look at a mark
const ABOVE: Readonly<Record<string, number>> = { upper: -48, lower: 48 }; // as the gate's pictures
const ABOVE_BOTH = 8;

/** Scans of one case, which lie as they were scanned. */
export class ScanView {
  private readonly stage: Stage;
  private readonly root = new Group();
  private readonly camera: ScanCamera;
  private readonly annotations = new Annotations();
  private readonly layers = new Map<string, Layer>();
  private readonly cutAt = noCut();
  private offset: Vector | undefined;
  private plane: Plane | null = null;
  private edging = false;
  private stale = false;
  private points: Vector3[] = [];

  /**
   * @param scans all that will be shown: one that knows its directions tells those of all.
   * @param drawn is called after each picture.
   * @throws `NoWebGL`
   */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly scans: readonly ShownScan[],
    drawn: () => void = () => {},
  ) {
    this.camera = new ScanCamera(canvas, () => this.stage.moved());
    this.stage = new Stage(
      canvas,
      this.camera.camera,
      (thinned) => this.prepare(thinned),
      drawn,
      (width, height) => this.camera.resize(width, height),
    );
    this.stage.scene.add(this.root, this.annotations.group);
  }

  /** Adds a scan that was loaded, and looks as in the beginning unless somebody moved already. */
  add(scan: ShownScan, mesh: DrawnMesh, worker: SurfaceWorker): void {
    if (this.offset === undefined) {
      const [x, y, z] = mesh.origin;
      this.offset = [-x, -y, -z];
      this.root.applyMatrix4(patientFrame(this.scans, scan, mesh.faces));
    }
    const layer = new Layer(scan.id, scan.jaw, mesh, worker, this.cutAt, this.offset);
    this.layers.set(scan.id, layer);
    this.root.add(layer.group);
    this.root.updateMatrixWorld(true);
    layer.cut(this.plane !== null);
    if (!this.camera.touched) this.reset();
    this.edges();
    this.stage.measure();
  }

  /** Shows or hides a scan, with an opacity from 0 to 1. */
  show(id: string, visible: boolean, opacity: number): void {
    const layer = this.layers.get(id);
    if (layer === undefined) return;
    layer.visible = visible && opacity > UNSEEN;
    layer.opacity = opacity;
    this.edges();
    this.stage.invalidate();
  }

  /** Looks from a side at all that is shown, or at one scan. */
  look(side: Side, id?: string): void {
    const layer = id === undefined ? undefined : this.layers.get(id);
    this.camera.fit(this.boxed(layer ? [layer] : this.shown));
    this.camera.look(side);
  }

  /** Looks as in the beginning. */
  reset(): void {
    const [one, other] = this.shown;
    const above = one !== undefined && other === undefined ? ABOVE[one.jaw] : undefined;
    this.camera.fit(this.boxed(this.shown));
    this.camera.start(above ?? ABOVE_BOTH);
  }

  /** Turns, moves or zooms by a step. */
  move(move: Move): void {
    this.camera.move(move);
  }

  /** Cuts a part of all scans away; null: nothing. */
  cut(cut: Cut | null): void {
    this.plane = cut === null ? null : this.planeOf(cut);
    if (this.plane !== null) this.cutAt.value.set(...this.plane.normal, this.plane.offset);
    for (const layer of this.layers.values()) layer.cut(this.plane !== null);
    this.edges();
    this.stage.invalidate();
  }

  /**
   * Sets a point to measure from or to: what the picture shows at parts, 0 to 1, across and down it.
   * After two points it begins anew.
   *
   * @returns whether there is a scan.
   */
  async point(across: number, down: number): Promise<boolean> {
    const { from, towards } = this.camera.ray(across, down);
    const asked = this.shown.map((layer) => layer.met(from, towards, this.plane));
    const met = (await Promise.all(asked)).filter((found) => found !== null);
    const nearest = met.sort((one, other) => one.away - other.away)[0];
    if (nearest === undefined) return false;
    this.points = this.points.length === 2 ? [nearest.at] : [...this.points, nearest.at];
    this.measured();
    return true;
  }

  /** Takes the measured points away. */
  unmeasure(): void {
    this.points = [];
    this.measured();
  }

  /** The points that are set, and the distance between two of them in mm, or null. */
  get measure(): { points: number; distance: number | null } {
    const [one, other] = this.points;
    const distance = one && other ? one.distanceTo(other) : null;
    return { points: this.points.length, distance };
  }

  /** Where the middle of the measured line is in the picture: CSS pixels from its left and top. */
  get middle(): { x: number; y: number } | null {
    const at = this.annotations.middle?.project(this.camera.camera);
    if (!at) return null;
    const { clientWidth, clientHeight } = this.canvas;
    return { x: ((at.x + 1) / 2) * clientWidth, y: ((1 - at.y) / 2) * clientHeight };
  }

  /** Numbers places of files from 1 and marks them, each on its scan; those of before are gone. */
  mark(marks: readonly { surface: string; at: Vector }[]): void {
    const placed = marks.map(({ surface, at }, place) => ({
      number: place + 1,
      at,
      layer: surface,
    }));
    const known = placed.filter(({ layer }) => this.layers.has(layer));
    this.annotations.marked(known.map((mark) => ({ ...mark, at: this.world(mark.at) })));
    this.stage.invalidate();
  }

  /** Looks at a place of a scan's file from where its surroundings face. */
  async lookAt(id: string, at: Vector): Promise<void> {
    const layer = this.layers.get(id);
    if (layer === undefined) return;
    const place = this.world(at);
    const facing = await layer.facing(place, AROUND_MM);
    this.camera.lookAt(place, facing ?? new Vector3(0, 0, 1), CLOSE);
  }

  /** How far the patient's left is to the right of the picture: from -1 to 1, 0 from the side. */
  get leftward(): number {
    return new Vector3().setFromMatrixColumn(this.camera.camera.matrixWorld, 0).x;
  }

  /** Where it is looked from, in degrees, and how near. */
  get angles(): { polar: number; azimuth: number; zoom: number } {
    return this.camera.angles;
  }

  /** Gives back the memory, the workers and the canvas. */
  close(): void {
    this.stage.close();
    this.camera.close();
    this.annotations.close();
    for (const layer of this.layers.values()) layer.close();
    this.layers.clear();
  }

  private get shown(): Layer[] {
    return [...this.layers.values()].filter(({ visible }) => visible);
  }

  /** What is farther is drawn first, so that it is seen through what is nearer. */
  private prepare(thinned: boolean): void {
    const { camera, millimetresPerPixel } = this.camera;
    const away = ({ box }: Layer) => box.getCenter(new Vector3()).distanceTo(camera.position);
    const layers = [...this.layers.values()].sort((one, other) => away(other) - away(one));
    for (const [place, layer] of layers.entries()) {
      layer.thinned(thinned);
      layer.ordered(place + 1);
    }
    const shown = new Set(this.shown.map(({ id }) => id));
    this.annotations.prepare(camera, millimetresPerPixel, shown);
  }

  private boxed(layers: Iterable<Layer>): Box3 {
    const box = new Box3();
    for (const layer of layers) box.union(layer.box);
    return box;
  }

  private planeOf({ axis, part, before }: Cut): Plane {
    const { min, max } = this.boxed(this.layers.values());
    const at = min[axis] + part * (max[axis] - min[axis]);
    const normal = new Vector3();
    normal[axis] = before ? -1 : 1;
    return { normal: normal.toArray(), offset: before ? -at : at };
  }

  /** Works out the edges of the cut: one after the other, and anew where it was moved meanwhile. */
  private async edges(): Promise<void> {
    this.stale = true;
    if (this.edging) return;
    this.edging = true;
    while (this.stale && this.plane !== null) {
      this.stale = false;
      const { plane } = this;
      await Promise.all(this.shown.map((layer) => layer.edge(plane))).catch(() => {}); // closed
      this.stage.invalidate();
    }
    this.edging = false;
  }

  private world(at: Vector): Vector3 {
    const moved = new Vector3(...at).add(new Vector3(...(this.offset as Vector)));
    return moved.applyMatrix4(this.root.matrixWorld);
  }

  private measured(): void {
    this.annotations.measured(this.points);
    this.stage.invalidate();
  }
}
