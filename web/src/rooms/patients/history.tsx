// What happened to a patient's data: corrections of the record, and what labs fetched.

import type { Patient } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { ListTable } from '../../ui/List';
import { words } from './words';

interface Props {
  readonly patient: Row<Patient>;
}

/** What the record said before, the last correction first. */
export function Corrections({ patient: { id } }: Props): JSX.Element {
  const own = me.value;
  const list = useList(
    () => own && scanner().lists.clinicCorrectionsOfPatient({ ...own, patient_id: id }),
    [own?.org, id],
  );
  return (
    <ListTable
      caption={words.corrections}
      list={list}
      empty={words.noCorrections}
      columns={[
        { label: words.corrected, cell: ({ corrected_at }) => moment(corrected_at) },
        { label: words.reference, cell: ({ reference }) => reference },
        { label: words.name, cell: ({ name }) => name },
        {
          label: words.ageGroup,
          cell: ({ age_group }) => age_group && nameOf('AgeGroup', age_group),
        },
      ]}
    />
  );
}

/** Which files labs got links to, and for which orders, the last one first. */
export function Shares({ patient: { id } }: Props): JSX.Element {
  const own = me.value;
  const list = useList(
    () => own && scanner().lists.clinicSharesOfPatient({ ...own, patient_id: id }),
    [own?.org, id],
  );
  return (
    <ListTable
      caption={words.shares}
      list={list}
      empty={words.noShares}
      columns={[
        { label: words.sharedAt, cell: ({ at }) => moment(at) },
        {
          label: words.order,
          cell: ({ order_id }) => (
            <a href={`/orders/${order_id}`} data-go="order">
              {say(words.orderOf, { id: order_id.slice(0, 6) })}
            </a>
          ),
        },
        {
          label: words.case,
          cell: ({ case_id }) => (
            <a href={`/cases/${case_id}`} data-go="case">
              {say(words.caseOf, { id: case_id.slice(0, 6) })}
            </a>
          ),
        },
        { label: words.file, cell: ({ file_id }) => file_id.slice(0, 6) },
      ]}
    />
  );
}
