// Requests about data as a table, with the clock of each.

import type { CallableResponses, RequestState } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { say } from '../../../core/words';
import { Badge } from '../../../ui/Facts';
import { Table } from '../../../ui/List';
import { Person } from '../../audit/Person';
import { TONES } from '../../requests/RequestList';
import { Clock } from '../Clock';
import { Whose } from '../Whose';
import { words } from './words';

/** A request as the list has it. */
export type RequestRow = CallableResponses['privacy/list_requests']['requests'][number];

/** Whether a request still has to be answered: its clock runs. */
export const runs = (state: RequestRow['state']): boolean =>
  state === 'received' || state === 'cooling_off' || state === 'running' || state === 'failed';

/** Where a request stands, as a badge. */
export const StateBadge = ({ state }: { state: RequestRow['state'] }): JSX.Element => (
  <Badge enumeration="RequestState" value={state} tone={TONES[state as RequestState] ?? 'plain'} />
);

/** The table; each row leads to its request. */
export function RequestRows({ rows }: { rows: readonly RequestRow[] }): JSX.Element {
  return (
    <Table
      caption={words.privacy}
      rows={rows}
      keyOf={({ request_id }) => request_id}
      columns={[
        {
          label: words.kind,
          cell: ({ request_id, kind }) => (
            <a href={`/privacy/${request_id}`} data-go="request">
              {nameOf('RequestKind', kind)}
            </a>
          ),
        },
        { label: words.who, cell: ({ subject }) => <Whose path={subject} /> },
        { label: words.askedBy, cell: ({ asked_by }) => <Person uid={asked_by} /> },
        { label: words.state, cell: ({ state }) => <StateBadge state={state} /> },
        {
          label: words.clock,
          cell: ({ asked_at, due_at, state }) =>
            runs(state) ? (
              <Clock from={asked_at} until={due_at} />
            ) : (
              `${say(words.asked)} ${day(asked_at)}`
            ),
        },
      ]}
    />
  );
}
