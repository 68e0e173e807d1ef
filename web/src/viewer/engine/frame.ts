// The patient's directions in the coordinates of a scan, as the row of teeth says them.

import { Matrix4, Vector3 } from 'three';
import type { Vector } from './queries';

/** What a file says of its row of teeth: where the chewing surfaces look, and the front teeth. */
export interface Directions {
  readonly occlusal: Vector;
  readonly front: Vector;
}

/** A scan, by what the patient's directions are told. */
export interface Placed {
  readonly jaw: string;
  readonly directions?: Directions | undefined;
}

const SNAP = Math.cos((20 * Math.PI) / 180); // as in functions/scans/gate/stl/camera.py

/**
 * Turns a scan's coordinates into the patient's: x to the patient's left, y up, z to the front.
 *
 * Scans of a case lie in one frame, so that one row of teeth is enough. Where none was recognised
 * the file's own axes are taken, by the way in which the jaw opens.
 *
 * @param faces the mean of what the first scan faces.
 */
export function patientFrame(scans: readonly Placed[], first: Placed, faces: Vector): Matrix4 {
  const known = scans.find(({ directions }) => directions !== undefined) ?? first;
  const { occlusal, front } = known.directions ?? guessed(known.jaw, faces);
  const up = new Vector3(...occlusal).normalize();
  if (known.jaw === 'upper') up.negate();
  const ahead = new Vector3(...front).projectOnPlane(up).normalize();
  const left = new Vector3().crossVectors(up, ahead);
  return new Matrix4().makeBasis(left, up, ahead).transpose();
}

function guessed(jaw: string, faces: Vector): Directions {
  const towards = new Vector3(...faces);
  const isJaw = jaw === 'upper' || jaw === 'lower';
  const occlusal: Vector = isJaw && towards.length() > 0 ? snapped(towards.normalize()) : [0, 0, 1];
  return { occlusal, front: Math.abs(occlusal[1]) > 0.9 ? [0, 0, 1] : [0, -1, 0] };
}

/** The axis within 20 degrees of a direction, or else the direction. */
function snapped(direction: Vector3): Vector {
  for (let axis = 0; axis < 3; axis++) {
    const along = direction.getComponent(axis);
    if (Math.abs(along) < SNAP) continue;
    return new Vector3().setComponent(axis, Math.sign(along)).toArray();
  }
  return direction.toArray();
}
