// One of the reader's own tickets: what was asked and answered, and the way to go on or to close it.

import type { TicketForSelf } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { Thread } from '../messages/Thread';
import { About, isOpen, TicketBadge } from './looks';
import { words } from './words';

/** A ticket has no more messages than this: all of them are read, the last one first. */
const MESSAGES = 500;

/** The page. */
export default function OwnTicket({ params }: PageProps): JSX.Element {
  const { ticket_id = '' } = params;
  const found = useDocument(() => scanner().documents.ticket(ticket_id), [ticket_id]);
  return <DocumentOf document={found}>{(ticket) => <Shown ticket={ticket} />}</DocumentOf>;
}

function Shown({ ticket }: { ticket: Row<TicketForSelf> }) {
  const { id: ticket_id, subject, state, about, opened_at } = ticket;
  const own = me.value;
  const list = useList(
    () => own && scanner().lists.ownMessagesOfTicket({ uid: own.uid, ticket_id }),
    [own?.uid, ticket_id],
    MESSAGES,
  );
  const open = isOpen(ticket);
  return (
    <>
      <Heading title={subject}>
        <TicketBadge state={state} />
      </Heading>
      <p>
        <a href="/support" data-go="support">
          {say(words.back)}
        </a>
      </p>
      <Facts
        rows={[
          [words.opened, moment(opened_at)],
          [words.about, about && <About path={about} />],
        ]}
      />
      <Steps
        machine="ticket"
        enumeration="TicketAction"
        state={state}
        parties={['person']}
        forms={{
          close: {
            callable: 'support/close_ticket',
            given: { ticket_id },
            ask: [],
            about: (
              <>
                <p>
                  <strong>{subject}</strong>
                </p>
                <p>{say(words.closeAbout)}</p>
              </>
            ),
          },
        }}
      />
      <Section title={words.messages}>
        {state === 'closed' && <p class="note">{say(open ? words.reopens : words.over)}</p>}
        <Thread
          talk={{ ticket_id }}
          messages={{ ...list, rows: list.rows?.toReversed() }}
          empty={words.noMessages}
          open={open}
          files={open}
          hint={words.hint}
        />
      </Section>
    </>
  );
}
