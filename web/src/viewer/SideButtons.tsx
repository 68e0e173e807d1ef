// Buttons for the sides to look from, and for what the keys of the picture do.

import type { JSX } from 'preact';
import { say, type Text } from '../core/words';
import type { Side } from './engine/camera';
import type { ScanView, ShownScan } from './engine/view';
import { words } from './words';

interface SideButtonsProps {
  readonly view: ScanView;
  readonly scans: readonly ShownScan[];
  readonly say: (said: string) => void;
  /** Shows one scan by itself, whose chewing side another one would hide; null: all as before. */
  readonly alone: (scan: ShownScan | null) => void;
}

const AROUND: readonly Side[] = ['front', 'back', 'left', 'right'];

/** Looks from a side; chewing sides are there for the jaws that are. */
export function SideButtons({ view, scans, say: tell, alone }: SideButtonsProps): JSX.Element {
  const jaws = (['upper', 'lower'] as const).flatMap((jaw) => {
    const scan = scans.find((one) => one.jaw === jaw);
    return scan ? [{ jaw, scan }] : [];
  });
  const look = (side: Side, scan: ShownScan | null) => {
    alone(scan);
    view.look(side, scan?.id);
    tell(say(words.turned, { side: say(words[side]) }));
  };
  return (
    <fieldset>
      <legend>{say(words.sides)}</legend>
      <div class="buttons">
        {AROUND.map((side) => (
          <Plain key={side} name={side} text={words[side]} act={() => look(side, null)} />
        ))}
        {jaws.map(({ jaw, scan }) => (
          <Plain key={jaw} name={jaw} text={words[jaw]} act={() => look(jaw, scan)} />
        ))}
        <Plain name="nearer" text={words.nearer} act={() => view.move('nearer')} />
        <Plain name="farther" text={words.farther} act={() => view.move('farther')} />
        <Plain
          name="reset"
          text={words.reset}
          act={() => {
            alone(null);
            view.reset();
          }}
        />
      </div>
      {!scans.some(({ directions }) => directions) && <small>{say(words.fileAxes)}</small>}
    </fieldset>
  );
}

function Plain({ name, text, act }: { name: string; text: Text; act: () => void }) {
  return (
    <button type="button" class="secondary outline" data-viewer={name} onClick={act}>
      {say(text)}
    </button>
  );
}
