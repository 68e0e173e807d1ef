// Which lab the order goes to: those that take orders, by name.

import type { LabProfileForAnyClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Listed, Row } from '../../../core/watch';
import { say } from '../../../core/words';
import { ListOf } from '../../../ui/List';
import { words } from './words';

/** A lab as every clinic sees it. */
export type Lab = Row<LabProfileForAnyClinic>;

/** The labs to choose from, and what the chosen one says of itself. */
export function LabChoice(props: {
  readonly labs: Listed<LabProfileForAnyClinic>;
  readonly chosen: Lab | undefined;
  readonly onChoose: (lab_id: string | null) => void;
}): JSX.Element {
  const id = useId();
  return (
    <ListOf list={props.labs} empty={words.noLab}>
      {(labs) => (
        <div class="field">
          <label for={id}>{say(words.lab)}</label>
          <select
            id={id}
            data-field="lab_id"
            value={props.chosen?.id ?? ''}
            onChange={(event) => props.onChoose(event.currentTarget.value || null)}
          >
            <option value="">{say(words.chooseLab)}</option>
            {labs.map(({ id: lab_id, name, city }) => (
              <option key={lab_id} value={lab_id}>
                {say(words.labOf, { name, city })}
              </option>
            ))}
          </select>
          {props.chosen?.about && <small>{props.chosen.about}</small>}
        </div>
      )}
    </ListOf>
  );
}
