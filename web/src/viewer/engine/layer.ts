// One scan in the scene: its whole and its thinned surface, its transparency, and its cut edge.

import {
  Box3,
  BufferAttribute,
  BufferGeometry,
  Group,
  Matrix4,
  Mesh,
  type RawShaderMaterial,
  Vector3,
} from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';
import type { Plane, Vector } from './queries';
import type { DrawnMesh } from './requests';
import { type CutUniform, stone } from './stone';
import type { SurfaceWorker } from './surface';

const TINTS: Readonly<Record<string, readonly [number, number, number]>> = {
  lower: [0.93, 0.97, 1.0], // a shade cooler, so that the row that bites is told from the upper one
};
const BITE = [0.86, 0.95, 0.94] as const;
const EDGE = 0xb3261e;
const EDGE_PIXELS = 2.5;
const EDGE_NEARER = -4000; // smallest steps of depth: some 0.2 mm

/** A scan in the scene. Places of the scene are those of the file, moved by `offset`. */
export class Layer {
  readonly group = new Group();
  private readonly whole: Mesh;
  private readonly thin: Mesh;
  private readonly depth: Mesh;
  private readonly line: LineSegments2;
  private readonly materials: RawShaderMaterial[];
  private boxed: Box3 | undefined;

  constructor(
    readonly id: string,
    readonly jaw: string,
    private readonly mesh: DrawnMesh,
    private readonly worker: SurfaceWorker,
    cut: CutUniform,
    offset: Vector,
  ) {
    const middle = new Vector3(...mesh.origin).add(new Vector3(...offset));
    this.group.position.copy(middle);
    const tint = TINTS[jaw] ?? (jaw === 'upper' ? ([1, 1, 1] as const) : BITE);
    const colour = stone(cut, tint);
    const depth = stone(cut, tint, true);
    depth.transparent = true; // drawn in order with the colours of transparent scans
    this.materials = [colour, depth];
    const geometry = geometryOf(mesh, mesh.index);
    this.whole = new Mesh(geometry, colour);
    this.thin = new Mesh(geometryOf(mesh, mesh.thin, geometry), colour);
    this.depth = new Mesh(geometry, depth);
    this.line = new LineSegments2(
      new LineSegmentsGeometry(),
      new LineMaterial({
        color: EDGE,
        linewidth: EDGE_PIXELS,
        transparent: true,
        polygonOffset: true, // before the surface that it lies on
        polygonOffsetUnits: EDGE_NEARER,
      }),
    );
    this.line.visible = false;
    this.group.add(this.depth, this.whole, this.thin, this.line);
    for (const part of this.group.children) part.frustumCulled = false;
    this.opacity = 1;
    this.thinned(false);
  }

  /** The box of the scan in the world; it was put into the scene before. */
  get box(): Box3 {
    this.boxed ??= boxOf(this.mesh.positions, this.group.matrixWorld);
    return this.boxed;
  }

  /** Whether the scan is drawn. */
  get visible(): boolean {
    return this.group.visible;
  }

  set visible(shown: boolean) {
    this.group.visible = shown;
  }

  /** From 0, not to be seen, to 1. */
  set opacity(value: number) {
    const [colour] = this.materials as [RawShaderMaterial];
    (colour.uniforms['opacity'] as { value: number }).value = value;
    colour.transparent = value < 1;
    this.depth.visible = value < 1;
  }

  /** Takes the thinned surface for while the scene is turned. */
  thinned(thinned: boolean): void {
    this.whole.visible = !thinned;
    this.thin.visible = thinned;
    this.depth.geometry = thinned ? this.thin.geometry : this.whole.geometry;
  }

  /** The order of drawing among scans that are transparent: its depth first, then its colour. */
  ordered(place: number): void {
    this.depth.renderOrder = place * 2;
    this.whole.renderOrder = this.thin.renderOrder = place * 2 + 1;
    this.line.renderOrder = 1000;
  }

  /** Cuts at a plane of the world, or not at all; the edge comes a moment later. */
  cut(on: boolean): void {
    for (const material of this.materials) {
      if ('CUT' in material.defines === on) continue;
      material.defines = on ? { CUT: '' } : {};
      material.needsUpdate = true;
    }
    this.line.visible &&= on;
  }

  /** The place of the world where a ray meets the scan first, and how far that is. */
  async met(from: Vector3, towards: Vector3, cut: Plane | null) {
    const met = await this.worker.ask('met', {
      from: this.within(from),
      towards: this.inward(towards),
      cut: cut === null ? null : this.planeOf(cut),
    });
    return met && { at: this.group.localToWorld(new Vector3(...met.at)), away: met.away };
  }

  /** Which way the scan faces around a place of the world; null where there is none of it. */
  async facing(place: Vector3, within: number): Promise<Vector3 | null> {
    const facing = await this.worker.ask('facing', { around: this.within(place), within });
    return facing && new Vector3(...facing).transformDirection(this.group.matrixWorld);
  }

  /** Works out the edge of a cut, and shows it. */
  async edge(plane: Plane): Promise<void> {
    const pieces = await this.worker.ask('section', { plane: this.planeOf(plane) });
    this.line.geometry.dispose();
    this.line.geometry = new LineSegmentsGeometry();
    this.line.visible = pieces.length > 0;
    if (pieces.length > 0) this.line.geometry.setPositions(pieces);
  }

  /** A plane of the world in the scan's own coordinates; below, a direction, and a place. */
  private planeOf({ normal, offset }: Plane): Plane {
    const within = new Vector3(...normal);
    const at = within.dot(new Vector3().setFromMatrixPosition(this.group.matrixWorld));
    return { normal: this.inward(within), offset: offset - at };
  }

  private inward(direction: Vector3): Vector {
    const back = new Matrix4().copy(this.group.matrixWorld).invert();
    return direction.clone().transformDirection(back).toArray();
  }

  private within(place: Vector3): Vector {
    return this.group.worldToLocal(place.clone()).toArray();
  }

  /** Forgets the scan: its memory, its worker. */
  close(): void {
    this.worker.close();
    for (const part of this.group.children as Mesh[]) part.geometry.dispose();
    for (const material of this.materials) material.dispose();
    this.line.material.dispose();
    this.group.removeFromParent();
  }
}

function geometryOf(mesh: DrawnMesh, index: Uint32Array, shared?: BufferGeometry): BufferGeometry {
  const geometry = new BufferGeometry();
  const places = shared?.getAttribute('position') ?? new BufferAttribute(mesh.positions, 3);
  const shading = shared?.getAttribute('shading') ?? new BufferAttribute(mesh.shading, 4, true);
  geometry.setAttribute('position', places);
  geometry.setAttribute('shading', shading);
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

function boxOf(positions: Float32Array, world: Matrix4): Box3 {
  const box = new Box3();
  const place = new Vector3();
  for (let at = 0; at < positions.length; at += 3) {
    box.expandByPoint(place.fromArray(positions, at).applyMatrix4(world));
  }
  return box;
}
