// Chooses a shade of a guide that dentists hold beside the tooth. No colours are drawn: a screen does
// not show them as the guide does.

import type { Service } from '@scanner/client';
import { useId } from 'preact/hooks';
import { labelOf, nameOf } from '../core/names';
import { say } from '../core/words';
import { shadesOf } from './items';
import { ITEM, SHADE_GROUPS } from './words';

interface ShadePickerProps {
  readonly guide: Service['shade_guide'];
  readonly value: string | null;
  readonly onChange: (shade: string | null) => void;
  /** Where in the request it stands, such as `items.0.shade`. */
  readonly at?: string;
  /** What is wrong with it, in a sentence. */
  readonly fault?: string | undefined;
}

/** A list of a guide's shades in their groups; nothing where the work has no shade. */
export function ShadePicker({ guide, value, onChange, at = 'shade', fault }: ShadePickerProps) {
  const id = useId();
  const shades = shadesOf(guide);
  if (shades.length === 0) return null;
  const groups = new Set(shades.map((shade) => shade.charAt(0)));
  return (
    <div class="field">
      <label for={id}>
        {say(ITEM.shade, {
          label: labelOf('shade', 'ItemRequest'),
          guide: nameOf('ShadeGuide', String(guide)),
        })}
      </label>
      <select
        id={id}
        required
        data-field={at}
        value={shades.find((shade) => shade === value) ?? ''}
        aria-describedby={fault && `${id}-fault`}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="">{say(ITEM.chooseShade)}</option>
        {[...groups].map((group) => (
          <optgroup key={group} label={SHADE_GROUPS[group] ? say(SHADE_GROUPS[group]) : group}>
            {shades
              .filter((shade) => shade.startsWith(group))
              .map((shade) => (
                <option key={shade} value={shade}>
                  {shade}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {fault && <small id={`${id}-fault`}>{fault}</small>}
    </div>
  );
}
