// The teeth of a quadrant in a row: buttons to choose by, or a drawing alone.

import { say } from '../core/words';
import { spokenName } from './looks';
import { classesOf, Tooth, type ToothLook } from './Tooth';
import type { Half } from './teeth';
import { HALVES, MILK_HALVES, toothName } from './words';

interface HalfRowProps {
  readonly half: Half;
  readonly bridge: boolean;
  readonly looks: readonly ToothLook[];
  /** The one tooth of the chart that the tab key stops at. */
  readonly stop: number | undefined;
  /** The ids of what is told of a tooth. */
  readonly described: (tooth: number) => string[];
  readonly onTap?: ((tooth: number) => void) | undefined;
  readonly onMove: (event: KeyboardEvent, tooth: number) => void;
  /** The box of the arch, where whole arches are chosen: tapping the teeth is tapping it. */
  readonly archId?: string | undefined;
}

/** A quadrant's teeth from left to right. */
export function HalfRow({ half, looks, archId, onTap, ...rest }: HalfRowProps) {
  const { arch, side, deciduous } = half;
  const classes = ['half', arch, side, deciduous && 'milk-teeth'].filter(Boolean).join(' ');
  if (onTap) {
    const name = say((deciduous ? MILK_HALVES : HALVES)[`${arch} ${side}`]);
    return (
      <fieldset class={classes} aria-label={name}>
        {looks.map((look) => (
          <ToothButton key={look.tooth} look={look} onTap={onTap} {...rest} />
        ))}
      </fieldset>
    );
  }
  const drawn = looks.map((look) => (
    <span key={look.tooth} class={classesOf(look)} title={toothName(look.tooth)}>
      <Tooth look={look} />
    </span>
  ));
  return archId ? (
    <label class={classes} for={archId} aria-hidden="true">
      {drawn}
    </label>
  ) : (
    <div class={classes} aria-hidden="true">
      {drawn}
    </div>
  );
}

type ToothButtonProps = Omit<HalfRowProps, 'half' | 'looks' | 'archId' | 'onTap'> & {
  readonly look: ToothLook;
  readonly onTap: (tooth: number) => void;
};

/**
 * A tooth to choose. A unit of a bridge has three states, which are words of its name: readers say of
 * a box that is checked in part nothing that fits a pontic.
 */
function ToothButton({ look, bridge, stop, described, onTap, onMove }: ToothButtonProps) {
  const { tooth } = look;
  const checkbox = bridge ? {} : { role: 'checkbox' as const, 'aria-checked': look.chosen };
  return (
    <button
      type="button"
      {...checkbox}
      class={classesOf(look)}
      data-tooth={tooth}
      tabIndex={tooth === stop ? 0 : -1}
      aria-label={spokenName(look, bridge)}
      aria-describedby={described(tooth).join(' ') || undefined}
      title={toothName(tooth)}
      onClick={() => onTap(tooth)}
      onKeyDown={(event) => onMove(event, tooth)}
    >
      <Tooth look={look} />
    </button>
  );
}
