// One of the desk's registers, by state: read when asked, since that goes on record.

import {
  type CallableRequests,
  type CallableResponses,
  FIELDS,
  type RequestState,
} from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import { PagesOf } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import audit from '../audit/audit.module.css';
import { words } from './words';

/** The callables that list a register. */
export type Listing =
  | 'privacy/list_breaches'
  | 'privacy/list_disclosures'
  | 'privacy/list_holds'
  | 'privacy/list_requests';

/** Tells the register that something moved on: it says so and reads anew. */
export type Moved = (state: string) => void;

/** Draws the choice of a state, the button, and what it answers. */
export function Register<N extends Listing, T>(props: {
  readonly callable: N;
  /** The state that is offered first. */
  readonly first: string;
  readonly rows: (response: CallableResponses[N]) => readonly T[];
  readonly empty: Text;
  readonly children: (rows: readonly T[], moved: Moved) => ComponentChildren;
  /** The button that enters a new one. */
  readonly enter?: (entered: Moved) => ComponentChildren;
}): JSX.Element {
  const { callable, first, rows, empty, children, enter } = props;
  const id = useId();
  const [chosen, setChosen] = useState(first);
  const [asked, setAsked] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const { enumeration = '', values = [] } = FIELDS[callable].state;
  const request = asked === null ? null : { state: asked as RequestState, limit: 20 };
  const pages = usePages(callable, request as CallableRequests[N] | null, rows);
  const show = (state: string) => {
    setChosen(state);
    if (state === asked) pages.again();
    else setAsked(state);
  };
  const moved = (state: string) => {
    setNews(state);
    pages.again();
  };
  const entered = (state: string) => {
    setNews(state);
    show(state);
  };
  return (
    <>
      {enter?.(entered)}
      <form
        class={audit.narrow}
        data-form={callable}
        onSubmit={(event) => {
          event.preventDefault();
          setNews(null);
          show(chosen);
        }}
      >
        <div class="field">
          <label for={id}>{say(words.state)}</label>
          <select
            id={id}
            data-field="state"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {values.map((each) => (
              <option key={each} value={each}>
                {nameOf(enumeration, each)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="secondary" data-show>
          {say(words.show)}
        </button>
      </form>
      <p role="status">{news !== null && say(words.moved, { state: nameOf(enumeration, news) })}</p>
      {asked !== null && (
        <PagesOf pages={pages} empty={empty}>
          {(found) => children(found, moved)}
        </PagesOf>
      )}
    </>
  );
}
