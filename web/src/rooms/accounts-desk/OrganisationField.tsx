// The choice of a clinic or a lab by its name: nobody types an id.

import type { Query } from 'firebase/firestore';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import { More } from '../../ui/List';
import { words } from './words';

interface Organisation {
  readonly name: string;
  readonly city: string;
}

/** A control of a form: one of all clinics. */
export const ClinicField = (props: ControlProps): JSX.Element => (
  <OrganisationField {...props} kind="clinic" list={() => scanner().lists.adminClinics()} />
);

/** A control of a form: one of all labs. */
export const LabField = (props: ControlProps): JSX.Element => (
  <OrganisationField {...props} kind="lab" list={() => scanner().lists.adminLabs()} />
);

function OrganisationField<T extends Organisation>(
  props: ControlProps & { kind: string; list: () => Query<T> },
): JSX.Element {
  const { id, path, value, onChange, describedBy, invalid, kind } = props;
  const { rows = [], more } = useList(props.list, [kind]);
  return (
    <>
      <select
        id={id}
        data-field={path}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{say(words.choose)}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {`${row.name}, ${row.city}`}
          </option>
        ))}
      </select>
      {more && <More more={more} />}
    </>
  );
}
