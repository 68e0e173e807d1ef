// What a patient's consent record says: consents, links that labs got, what authorities were given.

import type { CallableRequests, CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { say } from '../../../core/words';
import { Badge, Facts, Section } from '../../../ui/Facts';
import { Empty, PagesOf, Table } from '../../../ui/List';
import { usePages } from '../../../ui/useCall';
import audit from '../../audit/audit.module.css';
import { Person } from '../../audit/Person';
import { Subject } from '../../audit/Subject';
import { languageName } from '../../consents/languages';
import { scopeOf } from '../../consents/text';
import { Whose } from '../Whose';
import { words } from './words';

type Answer = CallableResponses['privacy/get_consent_record'];
type Consent = Answer['consents'][number];

/** Reads the record and draws it. */
export function Record(request: CallableRequests['privacy/get_consent_record']): JSX.Element {
  const { clinic_id = null, patient_id } = request;
  const pages = usePages(
    'privacy/get_consent_record',
    { clinic_id, patient_id, limit: 50 },
    (answer) => [answer],
  );
  return (
    <PagesOf pages={pages} empty={words.noConsents}>
      {(answers) => (
        <>
          <Section title={words.consents}>
            <Consents consents={answers.flatMap(({ consents }) => consents)} />
          </Section>
          <Section title={words.disclosures}>
            <Disclosures rows={answers.flatMap(({ disclosures }) => disclosures)} />
          </Section>
          <Section title={words.shares}>
            <Shares rows={answers.flatMap(({ shares }) => shares)} />
          </Section>
        </>
      )}
    </PagesOf>
  );
}

function Consents({ consents }: { consents: readonly Consent[] }) {
  if (consents.length === 0) return <Empty text={words.noConsents} />;
  return (
    <ul class="cards">
      {consents.map((consent) => (
        <li key={consent.consent_id} data-row={consent.consent_id}>
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
              [words.agreed, scopeOf(consent.scope)],
              [words.text, `${consent.text_version} (${languageName(consent.language)})`],
              [words.guardian, consent.guardian && nameOf('Relation', consent.guardian)],
              [words.obtained, moment(consent.obtained_at)],
              [words.attested, <Person key="attested" uid={consent.attested_by} />],
              [words.withdrawn, consent.withdrawn_at && moment(consent.withdrawn_at)],
              [
                words.withdrawnBy,
                consent.withdrawn_by && <Person key="by" uid={consent.withdrawn_by} />,
              ],
              [words.stopped, consent.stopped && <Stopped key="stopped" of={consent.stopped} />],
              [words.eraseAt, consent.stopped?.erase_at && moment(consent.stopped.erase_at)],
              [words.erasedAt, consent.stopped?.erased_at && moment(consent.stopped.erased_at)],
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function Stopped({ of }: { of: NonNullable<Consent['stopped']> }) {
  const paths = [
    ...of.case_ids.map((id) => `cases/${id}`),
    ...of.visit_ids.map((id) => `visits/${id}`),
    ...of.order_ids.map((id) => `orders/${id}`),
  ];
  return (
    <ul class={audit.refs}>
      {paths.map((path) => (
        <li key={path}>
          <Subject path={path} />
        </li>
      ))}
    </ul>
  );
}

function Disclosures({ rows }: { rows: Answer['disclosures'] }) {
  if (rows.length === 0) return <p>{say(words.noDisclosures)}</p>;
  return (
    <Table
      caption={words.disclosures}
      rows={rows}
      keyOf={({ authority, disclosed_at }) => `${authority} ${disclosed_at}`}
      columns={[
        { label: words.when, cell: ({ disclosed_at }) => moment(disclosed_at) },
        { label: words.authority, cell: ({ authority }) => authority },
        { label: words.ground, cell: ({ ground }) => nameOf('Ground', ground) },
        {
          label: words.scope,
          cell: ({ scope }) => (
            <ul class={audit.refs}>
              {scope.map((path) => (
                <li key={path}>
                  <Whose path={path} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Shares({ rows }: { rows: Answer['shares'] }) {
  if (rows.length === 0) return <p>{say(words.noShares)}</p>;
  return (
    <Table
      caption={words.shares}
      rows={rows}
      keyOf={({ file_id, uid, at }) => `${file_id} ${uid} ${at}`}
      columns={[
        { label: words.when, cell: ({ at }) => moment(at) },
        { label: words.member, cell: ({ uid }) => <Person uid={uid} /> },
        {
          label: words.theLab,
          cell: ({ lab_id }) => <a href={`/organisations/${lab_id}`}>{say(words.theLab)}</a>,
        },
        {
          label: words.order,
          cell: ({ order_id }) => <a href={`/orders/${order_id}`}>{say(words.theOrder)}</a>,
        },
        { label: words.file, cell: ({ file_id }) => <small class={audit.path}>{file_id}</small> },
      ]}
    />
  );
}
