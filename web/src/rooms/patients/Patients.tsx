// The patients of a clinic: the last added first, or found by reference; and the form to add one.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListTable } from '../../ui/List';
import css from './patients.module.css';
import { beginning } from './search';
import { words } from './words';

/** The page. */
export default function Patients(): JSX.Element {
  const { route } = useLocation();
  const own = me.value;
  const [reference, setReference] = useState('');
  const found = useList(() => {
    if (own === null) return null;
    return reference === ''
      ? scanner().lists.clinicPatientsLately(own)
      : scanner().lists.clinicPatientsByReference({ ...own, reference });
  }, [own?.org, reference]);
  return (
    <>
      <Heading title={words.patients}>
        <ActionButton
          callable="scans/add_patient"
          label={words.add}
          look="primary"
          ask={['reference', 'name', 'age_group']}
          hints={{
            reference: words.referenceHint,
            name: words.nameHint,
            age_group: words.ageHint,
          }}
          onDone={({ patient_id }) => route(`/patients/${patient_id}`)}
        />
      </Heading>
      <Search found={reference} onFind={setReference} />
      <ListTable
        caption={words.patients}
        list={beginning(found, reference)}
        empty={reference === '' ? words.empty : words.notFound}
        columns={[
          {
            label: words.reference,
            cell: (patient) => (
              <a href={`/patients/${patient.id}`} data-go="patient">
                {patient.reference}
              </a>
            ),
          },
          { label: words.name, cell: (patient) => patient.name },
          {
            label: words.ageGroup,
            cell: ({ age_group }) => age_group && nameOf('AgeGroup', age_group),
          },
          {
            label: words.added,
            cell: ({ added_at, erasure }) =>
              erasure ? <span class="badge bad">{say(words.erasing)}</span> : day(added_at),
          },
        ]}
      />
    </>
  );
}

function Search({ found, onFind }: { found: string; onFind: (reference: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const find = (event: Event) => {
    event.preventDefault();
    onFind(field.current?.value.trim() ?? '');
  };
  return (
    <search>
      <form class={css.line} data-form="find-patient" onSubmit={find}>
        <label>
          {say(words.find)}
          <input
            ref={field}
            type="search"
            autocomplete="off"
            autocapitalize="characters"
            data-field="find"
          />
        </label>
        <button type="submit" class="secondary outline">
          {say(words.search)}
        </button>
        {found !== '' && (
          <button
            type="button"
            class="quiet"
            data-all
            onClick={() => {
              if (field.current) field.current.value = '';
              onFind('');
            }}
          >
            {say(words.all)}
          </button>
        )}
      </form>
    </search>
  );
}
