// What an admin does with a ticket besides answering it: takes it, gives it away, closes it.

import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import type { ControlProps } from '../../ui/form/Control';
import { ListSelect } from '../../ui/form/ListSelect';
import { type StepForm, Steps } from '../../ui/Steps';
import type { Shown } from './DeskTicket';
import { words } from './words';

/** A button for each; `onDone` asks for the ticket anew. */
export function DeskSteps({ shown, onDone }: { shown: Shown; onDone: () => void }): JSX.Element {
  const { ticket, subject } = shown;
  const { ticket_id, state, assignee } = ticket;
  const own = me.value?.uid ?? '';
  const concerns = (sentence: Text) => (
    <>
      <p>
        <strong>{subject}</strong>
      </p>
      <p>{say(sentence)}</p>
    </>
  );
  const take: StepForm = {
    callable: 'support/assign_ticket',
    given: { ticket_id, uid: own },
    ask: [],
    of: 'self',
    label: words.take,
    about: concerns(words.takeAbout),
    onDone,
  };
  const give: Omit<Parameters<typeof ActionButton<'support/assign_ticket'>>[0], 'label'> = {
    callable: 'support/assign_ticket',
    given: { ticket_id },
    ask: ['uid'],
    of: 'another',
    labels: { uid: words.whose },
    controls: { uid: Admins },
    about: concerns(words.giveAbout),
    onDone,
  };
  const close: StepForm = {
    callable: 'support/close_ticket',
    given: { ticket_id },
    ask: [],
    about: concerns(words.closeAbout),
    onDone,
  };
  return (
    <>
      <Steps
        machine="ticket"
        enumeration="TicketAction"
        state={state}
        parties={['admin']}
        forms={{
          close,
          assign: assignee === own ? { ...give, label: words.give } : take,
        }}
      />
      {assignee !== own && state !== 'closed' && (
        <div class="actions">
          <ActionButton {...give} label={words.give} />
        </div>
      )}
    </>
  );
}

/** The admins by name. */
function Admins(props: ControlProps) {
  const list = useList(() => scanner().lists.adminUsersByRole({ role: 'admin' }), []);
  return <ListSelect {...props} list={list} text={({ name }) => name} />;
}
