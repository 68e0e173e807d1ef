// The patients of a clinic, the last one first, and the form to add one.

import type { JSX } from 'preact';
import { day } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { Heading } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListTable } from '../../ui/List';
import { words } from './words';

/** The page. */
export default function Patients(): JSX.Element {
  const own = me.value;
  const list = useList(() => own && scanner().lists.clinicPatientsLately(own), [own?.org]);
  return (
    <>
      <Heading title={words.patients}>
        <ActionButton callable="scans/add_patient" label={words.add} look="primary" />
      </Heading>
      <ListTable
        caption={words.patients}
        list={list}
        empty={words.empty}
        columns={[
          {
            label: words.reference,
            cell: (patient) => <a href={`/patients/${patient.id}`}>{patient.reference}</a>,
          },
          { label: words.name, cell: (patient) => patient.name },
          { label: words.added, cell: (patient) => day(patient.added_at) },
        ]}
      />
    </>
  );
}
