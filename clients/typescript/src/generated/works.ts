// Generated from the models by `make docs`: do not edit.

import type {
  Arch,
  Material,
  Per,
  ShadeGuide,
  WorkType,
} from './enumerations.js';

/** What a tooth is. */
export type ToothKind = 'canine' | 'central_incisor' | 'first_molar' | 'first_premolar' | 'lateral_incisor' | 'second_molar' | 'second_premolar' | 'third_molar';

/** What a kind of work names and needs, as docs/works.md and docs/case_check.md say. */
export interface WorkFacts {
  /** The field of an order's line that says where it is; `any` is teeth, arches, or nothing. */
  readonly named: 'teeth' | 'units' | 'arches' | 'any';
  /** It is fixed on the tooth, which can have one such work at a time. */
  readonly covers: boolean;
  /** What it names is held by one piece, and so stands in one arch. */
  readonly one_piece: boolean;
  /** Both arches together are one piece, where the price is by the piece. */
  readonly pair: boolean;
  /** It has the colour of teeth, and so a shade where its service has a guide. */
  readonly shaded: boolean;
  /** Its teeth stand on implants, or will. */
  readonly on_implant: boolean;
  /** What its price may be for. */
  readonly prices: readonly Per[];
  /** What it needs of the scans. */
  readonly scans: ScanNeeds;
}

/** What a kind of work needs of the scans of a case. */
export interface ScanNeeds {
  /** The arch that it is made for. */
  readonly arch: boolean;
  /** The arch that bites on it. */
  readonly antagonist: boolean;
  /** Both arches as they bite, or a scan of the bite. */
  readonly bite: boolean;
  /** All of each arch. */
  readonly whole: boolean;
  /** The teeth that are named, in the scan. */
  readonly at_teeth: boolean;
}

/** The teeth of a quadrant, which is the first digit of their numbers in ISO 3950. */
export interface Quadrant {
  readonly arch: Arch;
  /** Of the patient. */
  readonly side: 'right' | 'left';
  readonly deciduous: boolean;
  /** What each tooth is, from the midline: the first is number 1. */
  readonly kinds: readonly ToothKind[];
}

/** The teeth by quadrant. */
export const QUADRANTS: Record<number, Quadrant> = {
  '1': { arch: 'upper', side: 'right', deciduous: false, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar'] },
  '2': { arch: 'upper', side: 'left', deciduous: false, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar'] },
  '3': { arch: 'lower', side: 'left', deciduous: false, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar'] },
  '4': { arch: 'lower', side: 'right', deciduous: false, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar'] },
  '5': { arch: 'upper', side: 'right', deciduous: true, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_molar', 'second_molar'] },
  '6': { arch: 'upper', side: 'left', deciduous: true, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_molar', 'second_molar'] },
  '7': { arch: 'lower', side: 'left', deciduous: true, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_molar', 'second_molar'] },
  '8': { arch: 'lower', side: 'right', deciduous: true, kinds: ['central_incisor', 'lateral_incisor', 'canine', 'first_molar', 'second_molar'] },
};

/** What each kind of work names and needs. */
export const WORKS: Record<WorkType, WorkFacts> = {
  crown: { named: 'teeth', covers: true, one_piece: false, pair: false, shaded: true, on_implant: false, prices: ['arch', 'piece', 'tooth'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: true } },
  bridge: { named: 'units', covers: true, one_piece: true, pair: false, shaded: true, on_implant: false, prices: ['tooth'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: true } },
  veneer: { named: 'teeth', covers: true, one_piece: false, pair: false, shaded: true, on_implant: false, prices: ['arch', 'piece', 'tooth'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: true } },
  inlay_onlay: { named: 'teeth', covers: true, one_piece: false, pair: false, shaded: true, on_implant: false, prices: ['arch', 'piece', 'tooth'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: true } },
  denture: { named: 'arches', covers: false, one_piece: false, pair: false, shaded: true, on_implant: false, prices: ['arch', 'piece'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: false } },
  implant_crown: { named: 'teeth', covers: true, one_piece: false, pair: false, shaded: true, on_implant: true, prices: ['arch', 'piece', 'tooth'], scans: { arch: true, antagonist: true, bite: true, whole: false, at_teeth: true } },
  aligner: { named: 'arches', covers: false, one_piece: false, pair: true, shaded: false, on_implant: false, prices: ['arch', 'piece'], scans: { arch: true, antagonist: true, bite: true, whole: true, at_teeth: false } },
  retainer: { named: 'arches', covers: false, one_piece: false, pair: false, shaded: false, on_implant: false, prices: ['arch', 'piece'], scans: { arch: true, antagonist: true, bite: true, whole: true, at_teeth: false } },
  night_guard: { named: 'arches', covers: false, one_piece: false, pair: false, shaded: false, on_implant: false, prices: ['arch', 'piece'], scans: { arch: true, antagonist: true, bite: true, whole: true, at_teeth: false } },
  study_model: { named: 'arches', covers: false, one_piece: false, pair: true, shaded: false, on_implant: false, prices: ['arch', 'piece'], scans: { arch: true, antagonist: false, bite: true, whole: true, at_teeth: false } },
  surgical_guide: { named: 'teeth', covers: false, one_piece: true, pair: false, shaded: false, on_implant: true, prices: ['arch', 'piece', 'tooth'], scans: { arch: true, antagonist: true, bite: true, whole: true, at_teeth: true } },
  other: { named: 'any', covers: false, one_piece: false, pair: false, shaded: true, on_implant: false, prices: ['arch', 'piece', 'tooth'], scans: { arch: false, antagonist: false, bite: false, whole: false, at_teeth: false } },
};

/** The shades of each guide, in its own order. */
export const SHADES: Record<ShadeGuide, readonly string[]> = {
  vita_classical: ['A1', 'A2', 'A3', 'A3.5', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'C4', 'D2', 'D3', 'D4'],
  vita_3d_master: ['0M1', '0M2', '0M3', '1M1', '1M2', '2L1.5', '2L2.5', '2M1', '2M2', '2M3', '2R1.5', '2R2.5', '3L1.5', '3L2.5', '3M1', '3M2', '3M3', '3R1.5', '3R2.5', '4L1.5', '4L2.5', '4M1', '4M2', '4M3', '4R1.5', '4R2.5', '5M1', '5M2', '5M3'],
};

/** Worn until the final work is made: a tooth may have one of these and a final one. */
export const PROVISIONAL: readonly Material[] = ['pmma'];
