// Asks for a visit for a patient: it opens a case.

import type { JSX } from 'preact';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { DocumentOf, Waiting } from '../../ui/List';
import { RequestVisit } from './RequestVisit';
import { words } from './words';

/** The page. */
export default function RequestForPatient({ params }: PageProps): JSX.Element {
  const own = me.value;
  const patient_id = params['patient_id'] ?? '';
  const patient = useDocument(
    () => own && scanner().documents.patient(own.org, patient_id),
    [own?.org, patient_id],
  );
  const { rows } = useList(
    () => own && scanner().lists.clinicConsentsOfPatient({ org: own.org, patient_id }),
    [own?.org, patient_id],
  );
  return (
    <div class="narrow">
      <Heading title={words.request} />
      <DocumentOf document={patient}>
        {({ reference, name }) => {
          const label = `${reference} · ${name}`;
          return (
            <>
              <p>{say(words.about, { patient: label })}</p>
              {rows ? (
                <RequestVisit patient_id={patient_id} patient={label} consents={rows} />
              ) : (
                <Waiting />
              )}
            </>
          );
        }}
      </DocumentOf>
    </div>
  );
}
