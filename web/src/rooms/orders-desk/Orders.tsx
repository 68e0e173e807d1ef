// The way to an order for admins: by its number, or from what was placed or lost lately.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { ListTable } from '../../ui/List';
import css from '../audit/audit.module.css';
import { Person } from '../audit/Person';
import { Subject } from '../audit/Subject';
import { words } from './words';

/** The page. */
export default function Orders(): JSX.Element {
  return (
    <>
      <Heading title={words.orders} />
      <p>{say(words.about)}</p>
      <ByNumber />
      <Section title={words.lately}>
        <Acts action="labs.place_order" caption={words.lately} />
      </Section>
      <Later title={words.lost} of="lost">
        <Acts action="labs.report_lost_order" caption={words.lost} />
      </Later>
    </>
  );
}

function ByNumber() {
  const id = useId();
  const { route } = useLocation();
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class={css.narrow}
      data-form="order"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = number.trim();
        if (/^[A-Za-z0-9]{20,40}$/.test(typed)) route(`/orders/${typed}`);
        else setWrong(true);
      }}
    >
      <div class="field">
        <label for={id}>{say(words.number)}</label>
        <input
          id={id}
          type="text"
          data-field="order_id"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong || undefined}
          value={number}
          onInput={(event) => {
            setNumber(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <small id={`${id}-hint`} class={wrong ? 'problem' : undefined} aria-live="polite">
          {say(wrong ? words.wrongNumber : words.numberHint)}
        </small>
      </div>
      <button type="submit">{say(words.open)}</button>
    </form>
  );
}

/** Orders by an act on record: no list of orders is open to admins. */
function Acts({ action, caption }: { action: string; caption: Text }) {
  const list = useList(() => scanner().lists.adminAuditByAction({ action }), [action]);
  return (
    <ListTable
      caption={caption}
      list={list}
      empty={words.none}
      columns={[
        { label: words.when, cell: ({ at }) => moment(at) },
        { label: words.order, cell: ({ subject }) => <Subject path={subject} /> },
        { label: words.who, cell: ({ actor }) => <Person uid={actor} /> },
      ]}
    />
  );
}
