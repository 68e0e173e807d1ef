// All that was done, or what one person did, or what was done to one document.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { say } from '../../core/words';
import { Facts, Heading } from '../../ui/Facts';
import css from './audit.module.css';
import { Person } from './Person';
import { Subject } from './Subject';
import { Trail } from './Trail';
import { words } from './words';

/** The page, by its path: of all, `by` a person, or `of` a document. */
export default function Audit({ params }: PageProps): JSX.Element {
  const { uid, subject } = params;
  if (uid) {
    return (
      <>
        <Heading title={words.byPerson} />
        <Facts rows={[[words.who, <Person key={uid} uid={uid} />]]} />
        <Trail
          list={() => scanner().lists.adminAuditOfActor({ actor: uid })}
          of={[uid]}
          without="who"
        />
        <AllActs />
      </>
    );
  }
  if (subject) {
    return (
      <>
        <Heading title={words.onSubject} />
        <Facts rows={[[words.what, <Subject key={subject} path={subject} />]]} />
        <Trail
          list={() => scanner().lists.adminAuditOfSubject({ subject })}
          of={[subject]}
          without="what"
        />
        <AllActs />
      </>
    );
  }
  return <All />;
}

function AllActs() {
  return (
    <p>
      <a href="/audit">{say(words.all)}</a>
    </p>
  );
}

function All() {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [action, setAction] = useState('');
  const { lists } = scanner();
  return (
    <>
      <Heading title={words.audit} />
      <p>{say(words.about)}</p>
      <form
        class={css.narrow}
        data-form="audit"
        onSubmit={(event) => {
          event.preventDefault();
          setAction(typed.trim());
        }}
      >
        <div class="field">
          <label for={id}>{say(words.action)}</label>
          <input
            id={id}
            type="text"
            data-field="action"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="secondary">
          {say(words.show)}
        </button>
      </form>
      <Trail
        list={() => (action ? lists.adminAuditByAction({ action }) : lists.adminAudit())}
        of={[action]}
      />
    </>
  );
}
