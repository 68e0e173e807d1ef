// The cases of a clinic: those that go on, or those of one status, the last opened first.

import type { Case, CaseStatus } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Heading, type Tone } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import css from './cases.module.css';
import { words } from './words';

/** The statuses of cases in the order in which a case goes through them. */
const STATUSES: readonly CaseStatus[] = [
  'open',
  'scheduled',
  'scanned',
  'awaiting_guardian',
  'closed',
  'frozen',
];

const TONES: Readonly<Record<string, Tone>> = {
  scanned: 'good',
  awaiting_guardian: 'warning',
  frozen: 'bad',
};

/** The status of a case as a badge. */
export function StatusBadge({ status }: { status: string }): JSX.Element {
  return <Badge enumeration="CaseStatus" value={status} tone={TONES[status] ?? 'plain'} />;
}

/** The page. */
export default function Cases(): JSX.Element {
  const own = me.value;
  const id = useId();
  const [shown, setShown] = useState('going-on');
  const list = useList(() => {
    if (own === null) return null;
    const { lists } = scanner();
    if (shown === 'going-on') return lists.clinicCasesOpen(own);
    if (shown === 'all') return lists.clinicCases(own);
    return lists.clinicCasesByStatus({ org: own.org, status: shown as CaseStatus });
  }, [own?.org, shown]);
  return (
    <>
      <Heading title={words.cases}>
        <a class="button secondary" href="/patients" data-go="patients">
          {say(words.toPatients)}
        </a>
      </Heading>
      <div class={`field ${css.shown}`}>
        <label for={id}>{say(words.show)}</label>
        <select
          id={id}
          data-filter="status"
          value={shown}
          onChange={(event) => setShown(event.currentTarget.value)}
        >
          <option value="going-on">{say(words.openOnes)}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {nameOf('CaseStatus', status)}
            </option>
          ))}
          <option value="all">{say(words.all)}</option>
        </select>
      </div>
      <ListTable
        caption={words.cases}
        list={list}
        empty={words.empty}
        columns={[
          { label: words.patient, cell: (each) => <CaseLink of={each} /> },
          { label: words.status, cell: ({ status }) => <StatusBadge status={status} /> },
          { label: words.filesColumn, cell: filesOf, figures: true },
          { label: words.opened, cell: ({ opened_at }) => day(opened_at) },
        ]}
      />
    </>
  );
}

const filesOf = ({ current, images }: Case) => Object.keys(current).length + images;

/** A case by its patient, as a link. */
export function CaseLink({ of }: { of: Row<Case> }): JSX.Element {
  return (
    <a href={`/cases/${of.id}`} data-go="case">
      {of.patient.reference} · {of.patient.name}
    </a>
  );
}
