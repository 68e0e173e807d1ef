// One visit of an operator: what to do, the files, and what happened.

import type { Upload, Visit } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Badge, Facts, Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { DocumentOf, ListOf } from '../../ui/List';
import { UploadBox } from '../uploads/UploadBox';
import { Outcome } from '../uploads/UploadRow';
import { VisitBadge } from '../visits/VisitBadge';
import { scansOf } from '../visits/Visits';
import { OperatorSteps } from './OperatorSteps';
import css from './round.module.css';
import { hoursOf, mapOf } from './VisitCard';
import { words } from './words';

/** The page; what was given to somebody else says so, and leads back. */
export default function RoundVisit({ params }: PageProps): JSX.Element {
  const id = params['visit_id'] ?? '';
  const found = useDocument(() => scanner().documents.visit(id), [id]);
  return (
    <>
      {found.ended === 'gone' && <Heading title={words.visit} />}
      <DocumentOf document={found}>{(visit) => <Shown visit={visit} />}</DocumentOf>
      <p>
        <a href="/" data-go="home">
          {say(words.back)}
        </a>
      </p>
    </>
  );
}

const SAYS: Readonly<Record<string, Text>> = words.says;

function Shown({ visit }: { visit: Row<Visit> }) {
  const { state, patient, clinic } = visit;
  const text = SAYS[state];
  return (
    <>
      <Heading title={`${say(words.visit)} · ${patient.reference}`}>
        <VisitBadge state={state} />
      </Heading>
      {visit.awaiting_guardian && <p class="problem">{say(words.guardian)}</p>}
      {text && <p>{say(text)}</p>}
      {state === 'scanning' && <Files visit={visit} />}
      <OperatorSteps visit={visit} />
      <Facts
        rows={[
          [words.when, hoursOf(visit)],
          [
            words.clinic,
            <>
              {`${clinic.name}, ${clinic.address}, ${clinic.city} ${clinic.pincode}`}{' '}
              <a href={mapOf(clinic)} target="_blank" rel="noreferrer">
                {say(words.map)}
              </a>
            </>,
          ],
          [words.scans, state === 'scanning' ? null : scansOf(visit)],
        ]}
      />
      {state !== 'scanning' && visit.uploads > 0 && <Uploaded visit={visit} />}
      <Later title={words.history} of="history">
        <ul class={css.events}>
          {[...visit.changes].reverse().map((change, index) => (
            <li key={visit.changes.length - index}>
              {nameOf('VisitState', change.state)} <small>{moment(change.at)}</small>
            </li>
          ))}
        </ul>
      </Later>
    </>
  );
}

/** The files stand above the step: it is what there is to do while one scans. */
function Files({ visit }: { visit: Row<Visit> }) {
  return (
    <>
      <Section title={words.upload}>
        <p data-scans>{say(words.toScan, { scans: scansOf(visit) })}</p>
        <UploadBox target={{ visit_id: visit.id }} camera />
      </Section>
      {/* This page's own are told above, one by one. */}
      <Later title={words.uploaded} of="uploaded">
        <UploadedList visit={visit} />
      </Later>
    </>
  );
}

function Uploaded({ visit }: { visit: Row<Visit> }) {
  return (
    <Section title={words.uploaded}>
      <UploadedList visit={visit} />
    </Section>
  );
}

function UploadedList({ visit }: { visit: Row<Visit> }) {
  const uid = me.value?.uid;
  const list = useList(
    () =>
      uid === undefined
        ? null
        : scanner().lists.operatorUploadsOfVisit({ uid, visit_id: visit.id }),
    [uid, visit.id],
  );
  const judged = list.rows?.filter(({ state }) => state === 'ready' || state === 'rejected');
  return (
    <ListOf list={{ ...list, rows: judged }} empty={words.noFiles}>
      {(uploads) => (
        <ul class="cards">
          {uploads.map((upload) => (
            <li key={upload.id} data-row={upload.id} data-state={upload.state}>
              <strong>{nameOfUpload(upload)}</strong>{' '}
              <Badge
                enumeration="UploadState"
                value={upload.state}
                tone={upload.state === 'ready' ? 'good' : 'bad'}
              />
              <Outcome upload={upload} />
            </li>
          ))}
        </ul>
      )}
    </ListOf>
  );
}

/** What a file shows; its own name stays on the device that sent it. */
const nameOfUpload = ({ jaw, kind }: Upload): string =>
  jaw === null ? nameOf('UploadKind', kind) : nameOf('Jaw', jaw);
