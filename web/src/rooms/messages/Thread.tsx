// The messages on an order or a ticket, the last one first, and the form to write one.

import type { Attachment } from '@scanner/client';
import type { JSX } from 'preact';
import type { Instant } from '../../core/format';
import { moment } from '../../core/format';
import { me } from '../../core/session';
import type { Listed } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import { ListOf } from '../../ui/List';
import { AttachmentRows } from './AttachmentRows';
import { MessageFiles } from './MessageFiles';
import css from './messages.module.css';
import type { Talk } from './talks';
import { idOf, sendOf } from './talks';
import { useAttachments } from './useAttachments';
import { words } from './words';

/** A message of an order or a ticket. */
export interface ThreadMessage {
  /** The side that wrote it, as it is stored, such as `the lab`. */
  readonly party: string;
  readonly author: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly sent_at: Instant;
}

/** What a thread is made of. */
export interface ThreadProps {
  readonly talk: Talk;
  readonly messages: Listed<ThreadMessage>;
  /** What stands where nobody has written yet. */
  readonly empty: Text;
  /** Whether something may be written now; the messages are shown in any case. */
  readonly open: boolean;
  /** Whether files may go along now. */
  readonly files: boolean;
  /** Stands above the field, such as not to name the patient. */
  readonly hint?: Text;
  /** Told that a message went out, where the messages are not listened to. */
  readonly onSent?: () => void;
}

/** The form, and the messages under it. */
export function Thread(props: ThreadProps): JSX.Element {
  const { talk, messages, empty, open } = props;
  return (
    <div data-thread={idOf(talk)}>
      {open && <Writing {...props} />}
      <ListOf list={messages} empty={empty}>
        {(rows) => (
          <ol class="cards">
            {rows.map((message) => (
              <li key={message.id} data-row={message.id}>
                <small>
                  <strong>{authorOf(message)}</strong> · {moment(message.sent_at)}
                </small>
                <p class={css.text}>{message.text}</p>
                {message.attachments.length > 0 && (
                  <MessageFiles talk={talk} message_id={message.id} files={message.attachments} />
                )}
              </li>
            ))}
          </ol>
        )}
      </ListOf>
    </div>
  );
}

function Writing({ talk, files, hint, onSent }: ThreadProps) {
  const attachments = useAttachments(talk);
  return (
    <ActionForm
      callable={sendOf(talk)}
      of={idOf(talk)}
      given={{ ...talk, attachment_ids: [...attachments.ids] }}
      ask={['text']}
      labels={{ text: words.write }}
      {...(hint && { hints: { text: hint } })}
      label={words.send}
      done={words.sent}
      filled={attachments.rows.length > 0}
      ready={attachments.busy ? words.filesFirst : true}
      onDone={() => {
        attachments.clear();
        onSent?.();
      }}
    >
      {files && <AttachmentRows files={attachments} />}
    </ActionForm>
  );
}

const PARTIES: Readonly<Record<string, Text>> = words.parties;

/** Who wrote a message: oneself, or a side. */
function authorOf({ author, party }: ThreadMessage): string {
  if (author === me.value?.uid) return say(words.you);
  const side = PARTIES[party.replace(/^(the|an) /, '')];
  return side ? say(side) : party;
}
