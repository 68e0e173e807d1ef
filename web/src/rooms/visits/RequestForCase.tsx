// Asks for one more visit for a case, on the consent that the case rests on.

import type { Case } from '@scanner/client';
import type { JSX } from 'preact';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import { RequestVisit } from './RequestVisit';
import { words } from './words';

/** The page. */
export default function RequestForCase({ params }: PageProps): JSX.Element {
  const id = params['case_id'] ?? '';
  const found = useDocument(() => scanner().documents.case(id), [id]);
  return (
    <div class="narrow">
      <Heading title={words.request} />
      <DocumentOf document={found}>{(own) => <ForCase own={own} />}</DocumentOf>
    </div>
  );
}

function ForCase({ own }: { own: Row<Case> }) {
  const { patient_id, consent_id } = own;
  const consent = useDocument(() => scanner().documents.consent(consent_id), [consent_id]);
  const label = `${own.patient.reference} · ${own.patient.name}`;
  return (
    <>
      <p>{say(words.about, { patient: label })}</p>
      <DocumentOf document={consent}>
        {(known) => (
          <RequestVisit
            patient_id={patient_id}
            patient={label}
            case_id={own.id}
            consents={[known]}
          />
        )}
      </DocumentOf>
    </>
  );
}
