// One patient of a clinic: the record, what comes next, and everything that rests on it.

import type { Patient as PatientDocument } from '@scanner/client';
import type { JSX } from 'preact';
import { day, moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { Fold } from '../../ui/Fold';
import { ActionButton } from '../../ui/form/ActionButton';
import { DocumentOf } from '../../ui/List';
import { Cases } from './Cases';
import { Consents } from './Consents';
import { Corrections, Shares } from './history';
import { Rights } from './Rights';
import { words } from './words';

/** The page. */
export default function Patient({ params }: PageProps): JSX.Element {
  const id = params['patient_id'] ?? '';
  const own = me.value;
  const patient = useDocument(
    () => own && scanner().documents.patient(own.org, id),
    [own?.org, id],
  );
  return (
    <DocumentOf document={patient}>{(known) => <Known key={id} patient={known} />}</DocumentOf>
  );
}

function Known({ patient }: { patient: Row<PatientDocument> }) {
  const own = me.value;
  const { id, reference, name, age_group, erasure, visits_requested } = patient;
  const consents = useList(
    () => own && scanner().lists.clinicConsentsOfPatient({ ...own, patient_id: id }),
    [own?.org, id],
  );
  return (
    <>
      <Heading title={`${name} · ${reference}`}>
        <ActionButton
          callable="scans/correct_patient"
          label={words.correct}
          given={{ patient_id: id }}
          ask={['reference', 'name', 'age_group']}
          start={{ reference, name, age_group: age_group ?? '' }}
          hints={{
            reference: words.referenceHint,
            name: words.nameHint,
            age_group: words.ageHint,
          }}
          about={<p>{say(words.correctAbout)}</p>}
        />
      </Heading>
      {erasure && (
        <p class="fault" role="status">
          {say(words.erasureBegins, { at: moment(erasure.starts_at) })}{' '}
          <a href={`/privacy/${erasure.request_id}`} data-go="request">
            {say(words.openRequest)}
          </a>
        </p>
      )}
      <Facts
        rows={[
          [words.ageGroup, age_group && nameOf('AgeGroup', age_group)],
          [words.added, day(patient.added_at)],
        ]}
      />
      <Consents patient={patient} list={consents} />
      <Cases patient={patient} consents={consents.rows} />
      {visits_requested.length > 0 && (
        <Section title={words.visits}>
          <ul>
            {visits_requested.map(({ visit_id, at }) => (
              <li key={visit_id}>
                <a href={`/visits/${visit_id}`} data-go="visit">
                  {say(words.visitOf, { id: visit_id.slice(0, 6), at: day(at) })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Rights patient={patient} />
      <Fold title={words.shares} name="shares">
        {() => <Shares patient={patient} />}
      </Fold>
      <Fold title={words.corrections} name="corrections">
        {() => <Corrections patient={patient} />}
      </Fold>
    </>
  );
}
