// A visit as the clinic sees it: when it is, where it stands, and what the clinic may do now.

import type { VisitForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { moment, stretch } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import css from '../cases/cases.module.css';
import { nextOf } from './next';
import { VisitBadge } from './VisitBadge';
import { VisitSteps } from './VisitSteps';
import { scansOf } from './Visits';
import { whenOf } from './when';
import { words } from './words';

/** The page. */
export default function VisitPage({ params }: PageProps): JSX.Element {
  const id = params['visit_id'] ?? '';
  const found = useDocument(() => scanner().documents.visit(id), [id]);
  return <DocumentOf document={found}>{(visit) => <Shown visit={visit} />}</DocumentOf>;
}

function Shown({ visit }: { visit: Row<VisitForClinic> }) {
  const { state, patient, cancelled } = visit;
  return (
    <>
      <Heading title={`${say(words.visit)} · ${patient.reference}`}>
        <VisitBadge state={state} />
      </Heading>
      <div class={css.next}>
        <p>{say(visit.awaiting_guardian ? words.guardian : nextOf(state))}</p>
        <div class="actions">
          <a class="button secondary" href={`/cases/${visit.case_id}`} data-go="case">
            {say(words.toCase)}
          </a>
        </div>
        <VisitSteps visit={visit} />
      </div>
      <Facts
        rows={[
          [words.when, whenOf(visit)],
          [words.scans, scansOf(visit)],
          [words.files, visit.uploads],
          [words.requested, moment(visit.requested_at)],
          [
            words.cancelled,
            cancelled &&
              say(words.cancelledBy, {
                reason: nameOf('CancelReason', cancelled.reason),
                who: nameOf('Party', cancelled.by),
              }),
          ],
        ]}
      />
      {visit.slot === null && visit.slots.length > 0 && (
        <Section title={words.slots}>
          <ul class={css.events}>
            {visit.slots.map(({ starts_at, ends_at }) => (
              <li key={starts_at.toMillis()}>{stretch(starts_at, ends_at)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.history}>
        <ul class={css.events}>
          {[...visit.changes].reverse().map((change, index) => (
            <li key={visit.changes.length - index}>
              {nameOf('VisitState', change.state)}{' '}
              <small>
                {moment(change.at)}, {nameOf('VisitCause', change.cause)}
              </small>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
