// The consents of a patient, and the way to record one.

import type { Consent, Patient } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import type { Listed, Row } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Section } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { scopeOf } from '../consents/text';
import { words as consentWords } from '../consents/words';
import { words } from './words';

/** The section. */
export function Consents(props: {
  readonly patient: Row<Patient>;
  readonly list: Listed<Consent>;
}): JSX.Element {
  const { patient, list } = props;
  const stands = list.rows?.some(({ state }) => state === 'given') ?? true;
  return (
    <Section
      title={words.consents}
      beside={
        patient.erasure === null && (
          <a
            href={`/patients/${patient.id}/consent`}
            class={stands ? 'button secondary' : 'button'}
            data-go="record-consent"
          >
            {say(consentWords.record)}
          </a>
        )
      }
    >
      <ListTable
        caption={words.consents}
        list={list}
        empty={consentWords.none}
        columns={[
          {
            label: words.given,
            cell: ({ id, obtained_at }) => (
              <a href={`/consents/${id}`} data-go="consent">
                {day(obtained_at)}
              </a>
            ),
          },
          {
            label: words.by,
            cell: ({ guardian }) =>
              guardian ? nameOf('Relation', guardian.relation) : say(words.byPatient),
          },
          {
            label: words.covers,
            cell: ({ scope }) => scopeOf(scope),
          },
          {
            label: words.state,
            cell: ({ state }) => (
              <Badge
                enumeration="ConsentState"
                value={state}
                tone={state === 'given' ? 'good' : 'bad'}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
