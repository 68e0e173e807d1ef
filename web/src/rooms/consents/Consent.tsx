// One consent: what was agreed to, by whom, its signed form, and its withdrawal.

import type { Consent as ConsentDocument } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Facts, Heading, Section } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { ConsentText } from './ConsentText';
import { Form } from './Form';
import { languageName } from './languages';
import { scopeOf, VERSION } from './text';
import { words } from './words';

/** The page. */
export default function Consent({ params }: PageProps): JSX.Element {
  const id = params['consent_id'] ?? '';
  const consent = useDocument(() => scanner().documents.consent(id), [id]);
  return (
    <>
      <Heading title={words.consent} />
      <DocumentOf document={consent}>{(known) => <Known consent={known} />}</DocumentOf>
    </>
  );
}

function Known({ consent }: { consent: Row<ConsentDocument> }) {
  const { guardian, withdrawn_at, text_version, language } = consent;
  return (
    <>
      <Facts
        rows={[
          [
            words.state,
            <Badge
              key="state"
              enumeration="ConsentState"
              value={consent.state}
              tone={consent.state === 'given' ? 'good' : 'bad'}
            />,
          ],
          [
            words.patient,
            <a key="patient" href={`/patients/${consent.patient_id}`} data-go="patient">
              {say(words.openPatient)}
            </a>,
          ],
          [words.scope, scopeOf(consent.scope)],
          [
            words.guardian,
            guardian &&
              say(words.guardianIs, {
                name: guardian.name,
                relation: nameOf('Relation', guardian.relation),
              }),
          ],
          [words.obtained, moment(consent.obtained_at)],
          [words.obtainedBy, consent.obtained_by],
          [words.attestedAt, moment(consent.attested_at)],
          [words.withdrawn, withdrawn_at && moment(withdrawn_at)],
          [
            words.version,
            say(words.versionIn, { version: text_version, language: languageName(language) }),
          ],
        ]}
      />
      <Steps
        machine="consent"
        enumeration="ConsentAction"
        state={consent.state}
        parties={['clinic']}
        forms={{
          withdraw: {
            callable: 'scans/withdraw_consent',
            given: { consent_id: consent.id },
            label: words.withdraw,
            about: <p>{say(words.withdrawAbout)}</p>,
            danger: true,
          },
        }}
      />
      {consent.case_ids.length > 0 && (
        <Section title={words.cases}>
          <ul>
            {consent.case_ids.map((id) => (
              <li key={id}>
                <a href={`/cases/${id}`} data-go="case">
                  {say(words.caseOf, { id: id.slice(0, 6) })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.form}>
        <Form consent={consent} />
      </Section>
      {text_version === VERSION && (language === 'hi' || language === 'en') && (
        <Section title={words.text}>
          <ConsentText language={language} scope={consent.scope} guardian={guardian !== null} />
        </Section>
      )}
    </>
  );
}
