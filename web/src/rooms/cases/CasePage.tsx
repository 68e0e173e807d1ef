// The page of a case: where it stands, what to do next, and everything that belongs to it.

import { type Case, type Me, states } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { UploadBox } from '../uploads/UploadBox';
import { words as uploadWords } from '../uploads/words';
import { CaseFiles } from './CaseFiles';
import { StatusBadge } from './Cases';
import { OrdersOf, VisitsOf } from './CaseWork';
import { ConsentLink } from './ConsentLink';
import { NextStep } from './NextStep';
import { Pairs } from './Pairs';
import { TimelineBox } from './Timeline';
import { words } from './words';

/** The page. */
export default function CasePage({ params }: PageProps): JSX.Element {
  const id = params['case_id'] ?? '';
  const found = useDocument(() => scanner().documents.case(id), [id]);
  const reader = me.value;
  return (
    <DocumentOf document={found}>
      {(own) => reader && <Shown key={own.id} own={own} reader={reader} />}
    </DocumentOf>
  );
}

/** What is asked with for everything of a case. */
export interface OfCase {
  readonly org: string;
  readonly case_id: string;
}

function Shown({ own, reader }: { own: Row<Case>; reader: Me }) {
  const of: OfCase = { org: reader.org, case_id: own.id };
  const { status, patient } = own;
  const steps: readonly string[] = states.case.steps(status, 'clinic');
  const files = useList(() => scanner().lists.clinicFilesOfCaseCurrent(of), [own.id]);
  const orders = useList(() => scanner().lists.clinicOrdersOfCase(of), [own.id]);
  const label = `${patient.reference} · ${patient.name}`;
  const links = steps.includes('link');
  return (
    <>
      <Heading title={label}>
        <StatusBadge status={status} />
      </Heading>
      <NextStep own={own} steps={steps} orders={orders.rows ?? []} />
      <Facts
        rows={[
          [
            words.patient,
            <a key="patient" href={`/patients/${own.patient_id}`} data-go="patient">
              {label}
            </a>,
          ],
          [words.consent, <ConsentLink key="consent" id={own.consent_id} />],
          [words.opened, day(own.opened_at)],
          [words.closed, own.closed_at && day(own.closed_at)],
          [words.notes, own.notes],
        ]}
      />
      <CaseFiles of={of} status={status} files={files} links={links} />
      {steps.includes('upload') && (
        <Section title={uploadWords.uploads}>
          <div id="uploads">
            <UploadBox target={{ case_id: own.id }} />
          </div>
        </Section>
      )}
      {links && files.rows && files.rows.length > 1 && <Pairs of={of} files={files.rows} />}
      <OrdersOf orders={orders} />
      <VisitsOf of={of} />
      <TimelineBox of={of} />
      <Steps
        machine="case"
        enumeration="CaseAction"
        state={status}
        parties={['clinic']}
        forms={{
          close: {
            callable: 'scans/close_case',
            given: { case_id: own.id },
            label: words.close,
            about: <p>{say(words.closeAbout, { patient: label })}</p>,
          },
          reopen: {
            callable: 'scans/reopen_case',
            given: { case_id: own.id },
            label: words.reopen,
            about: <p>{say(words.reopenAbout, { patient: label })}</p>,
          },
        }}
      />
    </>
  );
}
