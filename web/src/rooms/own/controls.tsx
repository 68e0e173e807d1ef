// Controls of the preferences: the channels of each group of notices, and the time zone.

import type { Role } from '@scanner/client';
import type { ComponentType, JSX } from 'preact';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import type { Values } from '../../ui/form/values';
import { GROUPS } from './groups';
import css from './own.module.css';
import { WAYS, type Way, wayOf, withWay } from './ways';
import { words } from './words';

const channelsOf =
  (role: Role): ComponentType<ControlProps> =>
  ({ id, path, value, onChange }: ControlProps): JSX.Element => {
    const chosen = (value ?? {}) as Values;
    return (
      <fieldset id={id} class={css.pairs} data-group={path} aria-label={say(words.channels)}>
        {GROUPS[role].map((group) => (
          <label key={group}>
            {nameOf('Group', group)}
            <select
              data-field={`${path}.${group}`}
              value={wayOf(chosen[group])}
              onChange={(event) =>
                onChange(withWay(chosen, group, event.currentTarget.value as Way))
              }
            >
              {(Object.keys(WAYS) as Way[]).map((way) => (
                <option key={way} value={way}>
                  {say(words.ways[way])}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
    );
  };

/** The channels of the groups that a role hears of; what stands for other groups stays. */
export const Channels: Readonly<Record<Role, ComponentType<ControlProps>>> = {
  clinic: channelsOf('clinic'),
  lab: channelsOf('lab'),
  operator: channelsOf('operator'),
  admin: channelsOf('admin'),
};

const INDIA = 'Asia/Kolkata';

/** The time zones that the browser knows; India's first, under the name that IANA gives it. */
export function Zones({ id, path, value, onChange }: ControlProps): JSX.Element {
  const own = String(value ?? INDIA);
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Calcutta');
  return (
    <select
      id={id}
      data-field={path}
      value={own}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {[...new Set([INDIA, own, ...others])].map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </select>
  );
}
