// A list of requests about data, as a table.

import type { PrivacyRequest, RequestState } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import type { Listed } from '../../core/watch';
import type { Text } from '../../core/words';
import { Badge, type Tone } from '../../ui/Facts';
import { ListTable } from '../../ui/List';
import { words } from './words';

/** How a request's state is drawn. */
export const TONES: Partial<Record<RequestState, Tone>> = {
  cooling_off: 'warning',
  done: 'good',
  refused: 'bad',
  failed: 'warning',
};

/** The table; each row leads to its request. */
export function RequestList(props: {
  readonly list: Listed<PrivacyRequest>;
  readonly empty: Text;
}): JSX.Element {
  return (
    <ListTable
      caption={words.requests}
      list={props.list}
      empty={props.empty}
      columns={[
        {
          label: words.kind,
          cell: ({ id, kind }) => (
            <a href={`/privacy/${id}`} data-go="request">
              {nameOf('RequestKind', kind)}
            </a>
          ),
        },
        { label: words.asked, cell: ({ asked_at }) => day(asked_at) },
        {
          label: words.state,
          cell: ({ state }) => (
            <Badge
              enumeration="RequestState"
              value={state}
              tone={TONES[state as RequestState] ?? 'plain'}
            />
          ),
        },
      ]}
    />
  );
}
