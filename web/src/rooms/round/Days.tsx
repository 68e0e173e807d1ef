// An operator's visits of any day, past ones too.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dayOf, startOf } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListOf } from '../../ui/List';
import { VisitLines } from './Round';
import { words } from './words';

/** The page. */
export default function Days(): JSX.Element {
  const id = useId();
  const uid = me.value?.uid;
  const [on, setOn] = useState(dayOf());
  const list = useList(
    () =>
      uid === undefined
        ? null
        : scanner().lists.operatorVisitsBetween({ uid, since: startOf(on), until: startOf(on, 1) }),
    [uid, on],
  );
  return (
    <>
      <Heading title={words.days} />
      <div class="field">
        <label for={id}>{say(words.day)}</label>
        <input
          id={id}
          type="date"
          value={on}
          onChange={(event) => {
            if (event.currentTarget.value) setOn(event.currentTarget.value);
          }}
        />
      </div>
      <ListOf list={list} empty={words.noneThen}>
        {(visits) => <VisitLines visits={visits} />}
      </ListOf>
    </>
  );
}
