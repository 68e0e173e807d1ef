// One ticket for an admin: what was asked, the answers, and whose it is; opening it is on record.

import type { Attachment, CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import type { Listed } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { Person } from '../audit/Person';
import { Subject } from '../audit/Subject';
import { pageOf } from '../audit/subjects';
import { Thread, type ThreadMessage } from '../messages/Thread';
import { DeskSteps } from './DeskSteps';
import { isOpen, TicketBadge } from './looks';
import css from './tickets.module.css';
import { words } from './words';

/** A ticket as it is shown to admins. */
export type Shown = CallableResponses['support/show_ticket'];

/** The page. */
export default function DeskTicket({ params }: PageProps): JSX.Element {
  const { ticket_id = '' } = params;
  const answer = useCall('support/show_ticket', { ticket_id });
  return (
    <AnswerOf answer={answer}>{(shown) => <Page shown={shown} again={answer.again} />}</AnswerOf>
  );
}

function Page({ shown, again }: { shown: Shown; again: () => void }) {
  const { ticket, subject } = shown;
  const { ticket_id, uid, role, org, about, state, since, assignee, first_answer_minutes } = ticket;
  const open = isOpen(ticket);
  return (
    <>
      <Heading title={subject}>
        <TicketBadge state={state} desk />
      </Heading>
      <p>
        <a href="/support" data-go="tickets">
          {say(words.back)}
        </a>{' '}
        <button type="button" class="quiet" data-again onClick={again}>
          {say(words.again)}
        </button>
      </p>
      <DeskSteps shown={shown} onDone={again} />
      <Facts
        rows={[
          [words.who, <Person key="who" uid={uid} />],
          [words.role, nameOf('Role', role)],
          [words.organisation, org && <Organisation role={role} org={org} />],
          [words.about, about && <Subject path={about} />],
          [words.opened, moment(ticket.opened_at)],
          [words.since, moment(since)],
          [words.assignee, assignee ? <Person uid={assignee} /> : say(words.nobody)],
          [
            words.first,
            first_answer_minutes !== null && say(words.minutes, { minutes: first_answer_minutes }),
          ],
        ]}
      />
      <Section title={words.messages}>
        {state === 'closed' && <p class="note">{say(open ? words.reopens : words.over)}</p>}
        <Thread
          talk={{ ticket_id }}
          messages={listed(shown)}
          empty={words.noMessages}
          open={open}
          files={open}
          onSent={again}
        />
        <p class={`muted ${css.after}`}>{say(words.recorded)}</p>
      </Section>
    </>
  );
}

const Organisation = ({ role, org }: { role: string; org: string }) => (
  <a href={pageOf(`${role === 'lab' ? 'labs' : 'clinics'}/${org}`) ?? undefined}>
    {say(words.open)}
  </a>
);

/** What the callable answered, as a list; of the files that went along it tells the ids alone. */
function listed({ messages }: Shown): Listed<ThreadMessage> {
  const rows = messages.toReversed().map(({ message_id, attachment_ids, ...message }) => ({
    ...message,
    id: message_id,
    attachments: attachment_ids.map(
      (attachment_id) => ({ attachment_id, findings: [] as never[] }) as unknown as Attachment,
    ),
  }));
  return { rows, ended: null, more: null };
}
