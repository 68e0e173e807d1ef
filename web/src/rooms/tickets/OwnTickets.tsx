// What somebody asked support, and the form to ask.

import type { TicketForSelf } from '@scanner/client';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ActionForm } from '../../ui/form/ActionForm';
import { ListTable } from '../../ui/List';
import { About, TicketBadge } from './looks';
import { words } from './words';

/** The page. */
export default function OwnTickets(): JSX.Element {
  const own = me.value;
  const { query, route } = useLocation();
  const about = /^(cases|orders)\/[A-Za-z0-9]{20,40}$/.exec(query['about'] ?? '')?.[0];
  const list = useList(() => own && scanner().lists.ownTickets(own), [own?.uid]);
  const form = {
    callable: 'support/open_ticket',
    ask: ['subject', 'text'],
    hints: { subject: words.subjectHint, text: words.hint },
    onDone: ({ ticket_id }: { ticket_id: string }) => route(`/support/${ticket_id}`),
  } as const;
  return (
    <>
      <Heading title={words.support}>
        {about === undefined && <ActionButton {...form} label={words.write} look="primary" />}
      </Heading>
      <p>{say(words.intro)}</p>
      {about !== undefined && (
        <Section title={words.write}>
          <p>
            {say(about.startsWith('orders/') ? words.aboutOrder : words.aboutCase)}{' '}
            <a href={`/${about}`}>{about.split('/')[1]}</a>
          </p>
          <ActionForm {...form} of={about} given={{ about }} label={words.send} />
        </Section>
      )}
      <Section title={words.own}>
        <ListTable<TicketForSelf>
          caption={words.own}
          list={list}
          empty={words.none}
          columns={[
            {
              label: words.subject,
              cell: ({ id, subject }) => (
                <a href={`/support/${id}`} data-go="ticket">
                  {subject}
                </a>
              ),
            },
            { label: words.about, cell: ({ about: path }) => <About path={path} /> },
            { label: words.state, cell: ({ state }) => <TicketBadge state={state} /> },
            { label: words.lastAt, cell: ({ last_at }) => moment(last_at) },
          ]}
        />
      </Section>
    </>
  );
}
