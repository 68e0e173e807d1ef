// The desk of privacy: the clocks that run now, and all requests by state.

import type { CallableRequests, CallableResponses } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../../../core/words';
import { Heading, Section } from '../../../ui/Facts';
import { PagesOf } from '../../../ui/List';
import { usePages } from '../../../ui/useCall';
import audit from '../../audit/audit.module.css';
import { Clock } from '../Clock';
import { type Listing, Register } from '../Register';
import { Whose } from '../Whose';
import { RequestRows } from './RequestRows';
import { words } from './words';

/** The page. */
export default function Overview(): JSX.Element {
  const [asked, setAsked] = useState(0);
  return (
    <>
      <Heading title={words.privacy} />
      <p>{say(words.onRecord)}</p>
      <Section
        title={words.running}
        beside={
          <button
            type="button"
            class={asked > 0 ? 'secondary outline' : undefined}
            data-show="running"
            onClick={() => setAsked(asked + 1)}
          >
            {say(asked > 0 ? words.again : words.showRunning)}
          </button>
        }
      >
        {asked > 0 && <Running key={asked} />}
      </Section>
      <Section title={words.byState}>
        <Register
          callable="privacy/list_requests"
          first="done"
          rows={({ requests }) => requests}
          empty={words.noneInState}
        >
          {(rows) => <RequestRows rows={rows} />}
        </Register>
      </Section>
    </>
  );
}

/** What waits for somebody, what has the shortest time first. */
function Running() {
  return (
    <>
      <Breaches title={words.breachesToAssess} state="open" />
      <Breaches title={words.breachesToNotify} state="assessed" />
      <Requests title={words.toAnswer} state="received" />
      <Requests title={words.failing} state="failed" />
      <Requests title={words.toErase} state="cooling_off" />
      <Waits
        title={words.toDecide}
        callable="privacy/list_disclosures"
        request={{ state: 'requested', limit: 20 }}
        rows={({ disclosures }) => disclosures}
      >
        {(rows) => (
          <ul class="cards">
            {rows.map(({ disclosure_id, authority, file_number }) => (
              <li key={disclosure_id} data-row={disclosure_id}>
                <a href="/disclosures">{authority}</a> <small>{file_number}</small>
              </li>
            ))}
          </ul>
        )}
      </Waits>
      <Waits
        title={words.toRelease}
        callable="privacy/list_holds"
        request={{ state: 'releasing', limit: 20 }}
        rows={({ holds }) => holds}
      >
        {(rows) => (
          <ul class="cards">
            {rows.map(({ hold_id, case_number, subject }) => (
              <li key={hold_id} data-row={hold_id}>
                <a href="/holds">{case_number}</a> <Whose path={subject} />
              </li>
            ))}
          </ul>
        )}
      </Waits>
    </>
  );
}

function Breaches({ title, state }: { title: Text; state: 'open' | 'assessed' }) {
  return (
    <Waits
      title={title}
      callable="privacy/list_breaches"
      request={{ state, limit: 20 }}
      rows={({ breaches }) => breaches}
    >
      {(rows) => (
        <ul class="cards">
          {rows.map(({ breach_id, aware_at, deadline_at }) => (
            <li key={breach_id} data-row={breach_id}>
              <a href="/breaches">{say(words.breaches)}</a>{' '}
              <small class={audit.path}>{breach_id}</small>
              <Clock from={aware_at} until={deadline_at} />
            </li>
          ))}
        </ul>
      )}
    </Waits>
  );
}

function Requests(props: { title: Text; state: 'received' | 'failed' | 'cooling_off' }) {
  const { title, state } = props;
  return (
    <Waits
      title={title}
      callable="privacy/list_requests"
      request={{ state, limit: 20 }}
      rows={({ requests }) => requests}
    >
      {(rows) => <RequestRows rows={rows} />}
    </Waits>
  );
}

/** A part of what waits, with its own fault and its next page. */
function Waits<N extends Listing, T>(props: {
  readonly title: Text;
  readonly callable: N;
  readonly request: CallableRequests[N];
  readonly rows: (response: CallableResponses[N]) => readonly T[];
  readonly children: (rows: readonly T[]) => ComponentChildren;
}) {
  const pages = usePages(props.callable, props.request, props.rows);
  if (pages.rows?.length === 0) {
    return (
      <p class="muted">
        <strong>{say(props.title)}</strong>: {say(words.nothing)}
      </p>
    );
  }
  return (
    <>
      <h3>{say(props.title)}</h3>
      <PagesOf pages={pages} empty={words.nothing}>
        {props.children}
      </PagesOf>
    </>
  );
}
