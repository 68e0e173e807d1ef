// One visit for admins: where it stands, whom to send, and the steps that admins may take.

import { states } from '@scanner/client';
import type { JSX } from 'preact';
import { moment, stretch } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { say, type Text } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { AnswerOf } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { useCall } from '../../ui/useCall';
import { Person } from '../audit/Person';
import { Trail } from '../audit/Trail';
import { Assign } from './Assign';
import { assignable } from './states';
import { Slots, VisitBadge } from './VisitCard';
import type { Visit } from './visits';
import { words } from './words';

/** The page. */
export default function VisitPage({ params }: PageProps): JSX.Element {
  const id = params['visit_id'] ?? '';
  const answer = useCall('scans/show_visit', { visit_id: id });
  return (
    <>
      <Heading title={answer.data?.visit.clinic_name ?? words.visit}>
        <a href="/board">{say(words.toBoard)}</a>
      </Heading>
      <AnswerOf answer={answer}>
        {({ visit }) => (
          <div aria-busy={answer.busy}>
            <OfVisit visit={visit} onDone={answer.again} />
          </div>
        )}
      </AnswerOf>
      <Later title={words.trail} of="subject">
        <Trail
          list={() => scanner().lists.adminAuditOfSubject({ subject: `visits/${id}` })}
          of={[id]}
          without="what"
        />
      </Later>
    </>
  );
}

function OfVisit({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { state, city, pincode, slot, assignee, requested_at } = visit;
  return (
    <>
      <Facts
        rows={[
          [words.state, <VisitBadge key={state} state={state} />],
          [words.place, `${city} ${pincode}`],
          [words.fixed, slot && stretch(slot.starts_at, slot.ends_at)],
          [words.operator, <Assignee key="assignee" visit={visit} />],
          [words.offered, <Slots key="slots" visit={visit} />],
          [words.requested, moment(requested_at)],
        ]}
      />
      {assignable(state) && assignee === null && (
        <Section title={words.chooseOperator}>
          <Assign key={state} visit={visit} onDone={onDone} />
        </Section>
      )}
      {assignable(state) && assignee !== null && (
        <Later title={words.another} of="replace">
          <p>{say(words.replaces)}</p>
          <Assign key={assignee} visit={visit} onDone={onDone} />
        </Later>
      )}
      {states.visit.steps(state, 'admin').length > 0 ? (
        <Section title={words.steps}>
          <AdminSteps visit={visit} onDone={onDone} />
        </Section>
      ) : (
        <p>{say(words.ended)}</p>
      )}
    </>
  );
}

/** Who is sent; nobody is any more once the visit has ended. */
function Assignee({ visit }: { visit: Visit }) {
  if (visit.assignee) return <Person uid={visit.assignee} />;
  return <>{assignable(visit.state) ? say(words.nobody) : '–'}</>;
}

function AdminSteps({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { visit_id, clinic_name, slot, state } = visit;
  const about = (text: Text) => (
    <>
      <p>
        <strong>{clinic_name}</strong>
        {slot && `, ${stretch(slot.starts_at, slot.ends_at)}`}
      </p>
      <p>{say(text)}</p>
    </>
  );
  const cause = {
    labels: { cause: words.cause },
    hints: { cause: words.causeHint },
    start: { cause: 'platform' },
  };
  const shared = { of: visit_id, onDone };
  return (
    <Steps
      machine="visit"
      enumeration="VisitAction"
      state={state}
      parties={['admin']}
      forms={{
        complete: {
          ...shared,
          callable: 'scans/move_visit',
          given: { visit_id, action: 'complete' },
          about: about(words.completeAbout),
        },
        report_no_show: {
          ...shared,
          callable: 'scans/move_visit',
          given: { visit_id, action: 'report_no_show' },
          about: about(words.noShowAbout),
        },
        reschedule: {
          ...shared,
          ...cause,
          callable: 'scans/reschedule_visit',
          given: { visit_id },
          ask: ['slots', 'cause'],
          start: { ...cause.start, slots: [{}] },
          about: about(words.rescheduleAbout),
        },
        cancel: {
          ...shared,
          ...cause,
          callable: 'scans/cancel_visit',
          given: { visit_id },
          ask: ['reason', 'cause'],
          danger: true,
          about: about(words.cancelAbout),
        },
      }}
    />
  );
}
