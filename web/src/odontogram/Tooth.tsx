// The drawing of one tooth: what it is by its outline, what is made there by its look and a letter.

import type { UnitPart } from '@scanner/client';
import { IMPLANT, shapeOf } from './shapes';
import { toothAt } from './teeth';

/** What a chart shows at a tooth. */
export interface ToothLook {
  readonly tooth: number;
  readonly chosen: boolean;
  readonly part?: UnitPart | undefined;
  /** Its arch is chosen, and work covers it from outside. */
  readonly covered: boolean;
  /** The work stands on an implant. */
  readonly implant: boolean;
  /** A bridge goes on to the next tooth on the right of the screen. */
  readonly joined: boolean;
  /** It is missing between the units of a bridge. */
  readonly gap: boolean;
  readonly unscanned: boolean;
  readonly severity?: 'warning' | 'note' | undefined;
}

/** The classes of the cell of a tooth, by which the style sheet shows its look. */
export function classesOf(look: ToothLook): string {
  const { chosen, part, covered, joined, gap, unscanned } = look;
  const flags = { chosen, covered, joined, gap, unscanned };
  const arch = toothAt(look.tooth)?.arch;
  const set = Object.entries(flags).flatMap(([name, on]) => (on ? [name] : []));
  return ['tooth', arch, part, ...set].filter(Boolean).join(' ');
}

/** A tooth, its number, and the badge of what was found there. */
export function Tooth({ look }: { look: ToothLook }) {
  const { tooth, chosen, part, implant, severity } = look;
  const found = toothAt(tooth);
  if (found === undefined) return null;
  const { arch, kind, deciduous } = found;
  const { roots, crown, width } = shapeOf(kind, arch);
  const lower = arch === 'lower';
  const wide = deciduous ? width * 0.85 : width;
  const turned = `translate(${20 - 20 * wide} ${lower ? 72 : 0}) scale(${wide} ${lower ? -1 : 1})`;
  const onImplant = implant && chosen;
  return (
    <>
      <svg viewBox="0 0 40 72" aria-hidden="true" focusable="false">
        <g transform={turned}>
          {onImplant ? (
            <path class="implant" d={IMPLANT} />
          ) : (
            roots.map((root) => <path key={root} class="root" d={root} />)
          )}
          <path class="crown" d={crown} />
        </g>
        {chosen && part && (
          <path
            class="letter"
            d={LETTERS[part]}
            {...(lower && { transform: 'translate(0 -28)' })}
          />
        )}
        {chosen && !part && <path class="tick" d={lower ? TICK_LOWER : TICK_UPPER} />}
      </svg>
      <span class="number">{tooth}</span>
      {severity && <Badge severity={severity} />}
    </>
  );
}

/** The first letter of the part, drawn: as text it would be no part of the button's name. */
const LETTERS: Record<UnitPart, string> = {
  retainer: 'M17 56.5V45.5H20.5A3 3 0 0 1 20.5 51.5H17M20.5 51.5L24 56.5',
  pontic: 'M17 56.5V45.5H20.5A3.2 3.2 0 0 1 20.5 52H17',
};
const TICK_UPPER = 'M14 50L18.5 55L27 45';
const TICK_LOWER = 'M14 21L18.5 26L27 16';

/** The sign of a finding: a triangle warns, a circle notes. The word stands beside it in the list. */
export function Badge({ severity }: { severity: 'warning' | 'note' }) {
  return (
    <svg
      class={`finding-sign of-${severity}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {severity === 'warning' ? (
        <>
          <path class="ground" d="M10 1.5L19 18H1Z" />
          <path class="sign" d="M10 7V12M10 14.5V15.5" />
        </>
      ) : (
        <>
          <circle class="ground" cx="10" cy="10" r="8.5" />
          <path class="sign" d="M10 9V14.5M10 5.5V6.5" />
        </>
      )}
    </svg>
  );
}
