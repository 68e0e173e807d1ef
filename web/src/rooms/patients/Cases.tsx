// The cases of a patient, and the two ways to begin one.

import type { Case, CaseStatus, Consent, Patient } from '@scanner/client';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { day } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Section, type Tone } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListTable } from '../../ui/List';
import { words } from './words';

const TONES: Partial<Record<CaseStatus, Tone>> = {
  scanned: 'good',
  awaiting_guardian: 'warning',
  frozen: 'bad',
};

/** The section; nothing begins without a consent that stands, nor while an erasure waits. */
export function Cases(props: {
  readonly patient: Row<Patient>;
  readonly consents: readonly Row<Consent>[] | undefined;
}): JSX.Element {
  const { patient, consents } = props;
  const { route } = useLocation();
  const own = me.value;
  const list = useList(
    () => own && scanner().lists.clinicCasesOfPatient({ ...own, patient_id: patient.id }),
    [own?.org, patient.id],
  );
  const consent = consents?.find(({ state, scope }) => state === 'given' && scope.includes('scan'));
  return (
    <Section
      title={words.cases}
      beside={
        consent &&
        patient.erasure === null && (
          <div class="actions">
            <a href={`/patients/${patient.id}/visit`} class="button" data-go="request-visit">
              {say(words.requestVisit)}
            </a>
            <ActionButton
              callable="scans/open_case"
              label={words.openCase}
              of={patient.id}
              given={{ patient_id: patient.id, consent_id: consent.id }}
              about={<p>{say(words.openCaseAbout)}</p>}
              onDone={({ case_id }) => route(`/cases/${case_id}`)}
            />
          </div>
        )
      }
    >
      <ListTable<Case>
        caption={words.cases}
        list={list}
        empty={words.noCases}
        columns={[
          {
            label: words.case,
            cell: ({ id }) => (
              <a href={`/cases/${id}`} data-go="case">
                {say(words.caseOf, { id: id.slice(0, 6) })}
              </a>
            ),
          },
          { label: words.opened, cell: ({ opened_at }) => day(opened_at) },
          {
            label: words.state,
            cell: ({ status }) => (
              <Badge
                enumeration="CaseStatus"
                value={status}
                tone={TONES[status as CaseStatus] ?? 'plain'}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
