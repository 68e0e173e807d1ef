// What is written into the scene: numbered marks on findings, and the line that is measured.

import {
  CanvasTexture,
  Group,
  type OrthographicCamera,
  Sprite,
  SpriteMaterial,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';

const PIXELS = 128; // of a mark's picture
const MARK = '#b3261e';
const POINT = '#0b6e6e';
const MARK_PIXELS = 56;
const POINT_PIXELS = 14;
const LINE_PIXELS = 2.5;
const BEHIND = 0.3; // opacity of what lies behind a surface
const NEARER_MM = 1.5;

/** Discs of one size on the screen, whole before a surface and faint behind it. */
export class Annotations {
  readonly group = new Group();
  private discs: { sprites: Sprite[]; at: Vector3; pixels: number; layer: string }[] = [];
  private readonly line = new LineSegments2(
    new LineSegmentsGeometry(),
    new LineMaterial({ color: POINT, linewidth: LINE_PIXELS, depthTest: false, transparent: true }),
  );
  private points: Vector3[] = [];

  constructor() {
    this.line.visible = false;
    this.line.renderOrder = 2000;
    this.line.frustumCulled = false;
    this.group.add(this.line);
  }

  /** Puts numbered marks at places of the world, each shown while its scan is. */
  marked(marks: readonly { number: number; at: Vector3; layer: string }[]): void {
    this.cleared((layer) => layer !== '');
    for (const { number, at, layer } of marks) {
      this.disc(at, ringed(number), MARK_PIXELS, layer);
    }
  }

  /** Shows the points that were measured so far, and the line between two. */
  measured(points: readonly Vector3[]): void {
    this.cleared((layer) => layer === '');
    this.points = [...points];
    for (const point of points) this.disc(point, dotted(), POINT_PIXELS, '');
    this.line.visible = points.length === 2;
    this.line.geometry.dispose();
    this.line.geometry = new LineSegmentsGeometry();
    if (this.line.visible) {
      this.line.geometry.setPositions(points.flatMap((point) => point.toArray()));
    }
  }

  /** The middle of the measured line, null while there is none. */
  get middle(): Vector3 | null {
    const [one, other] = this.points;
    return one && other ? one.clone().add(other).multiplyScalar(0.5) : null;
  }

  /** Keeps the size on the screen, before each picture. */
  prepare(
    camera: OrthographicCamera,
    millimetresPerPixel: number,
    shown: ReadonlySet<string>,
  ): void {
    const towards = camera.getWorldDirection(new Vector3()).multiplyScalar(-NEARER_MM);
    for (const { sprites, at, pixels, layer } of this.discs) {
      for (const sprite of sprites) {
        sprite.visible = layer === '' || shown.has(layer);
        sprite.scale.setScalar(pixels * millimetresPerPixel);
        sprite.position.copy(at).add(towards);
      }
    }
  }

  /** Frees what is drawn. */
  close(): void {
    this.cleared(() => true);
    this.line.geometry.dispose();
    this.line.material.dispose();
  }

  private disc(at: Vector3, picture: CanvasTexture, pixels: number, layer: string): void {
    const sprites = [true, false].map((depthTest) => {
      const opacity = depthTest ? 1 : BEHIND;
      const sprite = new Sprite(
        new SpriteMaterial({
          map: picture,
          depthTest,
          depthWrite: false,
          opacity,
          transparent: true,
        }),
      );
      sprite.renderOrder = depthTest ? 2002 : 2001;
      return sprite;
    });
    this.group.add(...sprites);
    this.discs.push({ sprites, at: at.clone(), pixels, layer });
  }

  private cleared(which: (layer: string) => boolean): void {
    for (const { sprites } of this.discs.filter(({ layer }) => which(layer))) {
      for (const { material } of sprites) {
        material.map?.dispose();
        material.dispose();
      }
      this.group.remove(...sprites);
    }
    this.discs = this.discs.filter(({ layer }) => !which(layer));
  }
}

/** A ring around what is marked, with its number at the upper right, as on the gate's pictures. */
function ringed(number: number): CanvasTexture {
  return pictured((pen) => {
    const middle = PIXELS / 2;
    ring(pen, middle, middle, PIXELS * 0.24, '');
    ring(pen, PIXELS * 0.76, PIXELS * 0.24, PIXELS * 0.19, MARK);
    pen.fillStyle = 'white';
    pen.font = `bold ${PIXELS * 0.26}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(String(number), PIXELS * 0.76, PIXELS * 0.25);
  });
}

function dotted(): CanvasTexture {
  return pictured((pen) => ring(pen, PIXELS / 2, PIXELS / 2, PIXELS * 0.4, POINT));
}

/** A circle that is filled with a colour, or a ring in the colour of marks; white around it. */
function ring(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  filled: string,
): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.lineWidth = PIXELS * 0.11;
  pen.strokeStyle = 'white';
  pen.stroke();
  pen.lineWidth = PIXELS * 0.05;
  pen.strokeStyle = filled || MARK;
  pen.stroke();
  pen.fillStyle = filled || 'transparent';
  pen.fill();
}

function pictured(draw: (pen: CanvasRenderingContext2D) => void): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PIXELS;
  draw(canvas.getContext('2d') as CanvasRenderingContext2D);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
