// Recording a consent: the text is on the page, in its language, before it is attested.

import type { AgeGroup, Patient } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { now } from '../../core/clock';
import { localOf } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { type Row, useDocument } from '../../core/watch';
import { type Language, language, say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import type { Values } from '../../ui/form/values';
import { DocumentOf } from '../../ui/List';
import { ConsentText } from './ConsentText';
import { AllLanguages, OwnLanguages } from './controls';
import { VERSION } from './text';
import { words } from './words';

const MINORS: readonly string[] = ['child', 'adolescent'] satisfies AgeGroup[];

/** The page. */
export default function RecordConsent({ params }: PageProps): JSX.Element {
  const id = params['patient_id'] ?? '';
  const own = me.value;
  const patient = useDocument(
    () => own && scanner().documents.patient(own.org, id),
    [own?.org, id],
  );
  return <DocumentOf document={patient}>{(known) => <ConsentForm patient={known} />}</DocumentOf>;
}

function ConsentForm({ patient }: { patient: Row<Patient> }) {
  const { route } = useLocation();
  const [start] = useState<Values>({
    language: language.value,
    scope: ['scan', 'share_with_lab', 'images'],
    obtained_at: localOf(now()),
    obtained_by: account.value?.name ?? '',
  });
  const [values, setValues] = useState<Values>(start);
  const [own, setOwn] = useState(false);
  const [attested, setAttested] = useState(false);
  const minor = MINORS.includes(patient.age_group ?? String(values['age_group'] ?? ''));
  const scope = (values['scope'] ?? []) as readonly string[];
  const back = `/patients/${patient.id}`;
  return (
    <>
      <Heading title={say(words.recordFor, { reference: patient.reference })}>
        <a href={back}>{say(words.back)}</a>
      </Heading>
      <p>{say(minor ? words.introGuardian : words.intro)}</p>
      <ActionForm
        callable="scans/record_consent"
        of={patient.id}
        given={{
          patient_id: patient.id,
          ...(own ? {} : { text_version: VERSION }),
          ...(patient.age_group ? { age_group: patient.age_group as AgeGroup } : {}),
        }}
        ask={[
          ...(own ? (['text_version'] as const) : []),
          'language',
          ...(patient.age_group ? [] : (['age_group'] as const)),
          'scope',
          ...(minor ? (['guardian'] as const) : []),
          'obtained_at',
          'obtained_by',
        ]}
        needed={['guardian']}
        start={start}
        controls={{ language: own ? AllLanguages : OwnLanguages }}
        hints={{ scope: words.scopeHint, text_version: words.ownVersion }}
        onValues={(changed) => {
          if (textOf(changed) !== textOf(values)) setAttested(false);
          setValues(changed);
        }}
        ready={attested || words.notAttested}
        label={words.record}
        onDone={() => route(back)}
      >
        <label>
          <input
            type="checkbox"
            data-field="own_text"
            checked={own}
            onChange={(event) => {
              setOwn(event.currentTarget.checked);
              setAttested(false);
            }}
          />
          {say(words.ownText)}
        </label>
        {!own && (
          <>
            <h2>{say(words.text)}</h2>
            {scope.length === 0 ? (
              <p>{say(words.nothing)}</p>
            ) : (
              <ConsentText
                language={values['language'] === 'hi' ? 'hi' : ('en' satisfies Language)}
                scope={scope}
                guardian={minor}
              />
            )}
          </>
        )}
        <label>
          <input
            type="checkbox"
            data-field="attested"
            checked={attested}
            onChange={(event) => setAttested(event.currentTarget.checked)}
          />
          {say(minor ? words.attestedGuardian : words.attested)}
        </label>
      </ActionForm>
    </>
  );
}

/** What the text depends on: what was attested is good for the same text alone. */
const textOf = ({ language: read, scope, age_group }: Values) =>
  JSON.stringify([read, scope, age_group]);
