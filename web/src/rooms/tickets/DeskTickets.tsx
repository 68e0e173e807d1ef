// The tickets of all for admins: those that wait the longest first; asking for them is on record.

import type { CallableResponses, TicketState } from '@scanner/client';
import { FIELDS } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { me } from '../../core/session';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { PagesOf, Table } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { Person } from '../audit/Person';
import { Subject } from '../audit/Subject';
import css from './tickets.module.css';
import { words } from './words';

const STATES = (FIELDS['support/list_tickets'].state.values ?? []) as readonly TicketState[];
/** A page of tickets. */
const PAGE = 20;

/** The page. */
export default function DeskTickets(): JSX.Element {
  const { query, route } = useLocation();
  const [mine, setMine] = useState(false);
  const id = useId();
  const state = STATES.find((each) => each === query['show']) ?? 'open';
  const own = me.value?.uid;
  const pages = usePages(
    'support/list_tickets',
    own ? { state, limit: PAGE, ...(mine && { assignee: own }) } : null,
    ({ tickets }) => tickets,
  );
  return (
    <>
      <Heading title={words.tickets}>
        <a href="/figures" data-go="figures">
          {say(words.figures)}
        </a>
      </Heading>
      <div class={css.filter}>
        <div class="field">
          <label for={`${id}-state`}>{say(words.show)}</label>
          <select
            id={`${id}-state`}
            data-show
            value={state}
            onChange={(event) => route(`/support?show=${event.currentTarget.value}`, true)}
          >
            {STATES.map((each) => (
              <option key={each} value={each}>
                {nameOf('TicketState', each)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-whose`}>{say(words.whose)}</label>
          <select
            id={`${id}-whose`}
            data-whose
            value={mine ? 'mine' : ''}
            onChange={(event) => setMine(event.currentTarget.value === 'mine')}
          >
            <option value="">{say(words.everybody)}</option>
            <option value="mine">{say(words.mine)}</option>
          </select>
        </div>
      </div>
      <PagesOf pages={pages} empty={words.empty[state]}>
        {(rows) => <Rows rows={rows} />}
      </PagesOf>
    </>
  );
}

type TicketRow = CallableResponses['support/list_tickets']['tickets'][number];

function Rows({ rows }: { rows: readonly TicketRow[] }) {
  return (
    <Table
      caption={words.tickets}
      rows={rows}
      keyOf={({ ticket_id }) => ticket_id}
      columns={[
        {
          label: words.since,
          cell: ({ ticket_id, since }) => (
            <a href={`/support/${ticket_id}`} data-go="ticket">
              {moment(since)}
            </a>
          ),
        },
        { label: words.who, cell: ({ uid }) => <Person uid={uid} /> },
        { label: words.role, cell: ({ role }) => nameOf('Role', role) },
        { label: words.about, cell: ({ about }) => about && <Subject path={about} /> },
        {
          label: words.assignee,
          cell: ({ assignee }) => (assignee ? <Person uid={assignee} /> : say(words.nobody)),
        },
        { label: words.count, cell: ({ messages }) => messages, figures: true },
      ]}
    />
  );
}
