// The consent record of a patient: asked for by clinic and id, since that goes on record.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PageProps } from '../../../core/pages';
import { scanner } from '../../../core/scanner';
import { useList } from '../../../core/watch';
import { say } from '../../../core/words';
import { Heading } from '../../../ui/Facts';
import { ListSelect } from '../../../ui/form/ListSelect';
import audit from '../../audit/audit.module.css';
import { Record } from './Record';
import { words } from './words';

/** The page; requests and breaches lead to the one of their patient. */
export default function Records({ params }: PageProps): JSX.Element {
  const { clinic_id = '', patient_id = '' } = params;
  return <Reading key={patient_id} clinic={clinic_id} patient={patient_id} />;
}

function Reading(first: { clinic: string; patient: string }) {
  const id = useId();
  const [clinic, setClinic] = useState(first.clinic);
  const [patient, setPatient] = useState(first.patient);
  const [asked, setAsked] = useState<{ clinic_id: string; patient_id: string } | null>(null);
  const [turn, setTurn] = useState(0);
  return (
    <>
      <Heading title={words.records} />
      <p>{say(words.about)}</p>
      <p>{say(words.onRecord)}</p>
      <form
        class={audit.narrow}
        data-form="privacy/get_consent_record"
        onSubmit={(event) => {
          event.preventDefault();
          if (clinic && patient.trim()) setAsked({ clinic_id: clinic, patient_id: patient.trim() });
          setTurn(turn + 1);
        }}
      >
        {first.clinic === '' && (
          <div class="field">
            <label for={`${id}-clinic`}>{say(words.clinic)}</label>
            <ClinicSelect id={`${id}-clinic`} value={clinic} onChange={setClinic} />
          </div>
        )}
        <div class="field">
          <label for={id}>{say(words.patientId)}</label>
          <input
            id={id}
            type="text"
            data-field="patient_id"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={patient}
            onInput={(event) => setPatient(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="secondary" data-show>
          {say(words.show)}
        </button>
      </form>
      {asked !== null && (
        <Record key={`${asked.clinic_id} ${asked.patient_id} ${turn}`} {...asked} />
      )}
    </>
  );
}

function ClinicSelect(props: { id: string; value: string; onChange: (id: string) => void }) {
  const list = useList(() => scanner().lists.adminClinics(), []);
  return (
    <ListSelect
      id={props.id}
      path="clinic_id"
      value={props.value}
      onChange={(value) => props.onChange(typeof value === 'string' ? value : '')}
      list={list}
      text={({ name, city }) => `${name}, ${city}`}
    />
  );
}
