// The notices of whoever is signed in, the last one first; each leads to what it is about.

import { type InboxItem, noticeOf } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me, role } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { language, say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { ListOf } from '../../ui/List';
import { pathFor } from './paths';
import { markAllRead, markRead } from './reading';
import { unread } from './unread';
import { words } from './words';

/** The page. */
export default function Inbox(): JSX.Element {
  const uid = me.value?.uid ?? '';
  const list = useList(() => scanner().lists.ownInbox({ uid }), [uid]);
  return (
    <>
      <Heading title={words.inbox}>
        <div class="actions">
          <ReadAll uid={uid} some={list.rows?.some(({ read_at }) => read_at === null) ?? false} />
          <a href="/account">{say(words.settings)}</a>
        </div>
      </Heading>
      <ListOf list={list} empty={words.empty}>
        {(notices) => (
          <ul class="cards">
            {notices.map((notice) => (
              <Notice key={notice.id} uid={uid} notice={notice} />
            ))}
          </ul>
        )}
      </ListOf>
    </>
  );
}

function ReadAll({ uid, some }: { uid: string; some: boolean }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const mark = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    await markAllRead(uid).catch(setFault);
    setBusy(false);
  };
  return (
    <>
      {(some || (unread.value ?? 0) > 0) && (
        <button
          type="button"
          class="secondary"
          data-read-all
          aria-disabled={busy || undefined}
          onClick={() => void mark()}
        >
          {say(words.readAll)}
        </button>
      )}
      {fault !== null && <FaultNote fault={fault} />}
    </>
  );
}

function Notice({ uid, notice }: { uid: string; notice: Row<InboxItem> }) {
  const said = noticeOf(notice, language.value);
  const path = pathFor(notice, role.value);
  const fresh = notice.read_at === null;
  const read = () => fresh && markRead(uid, notice.id);
  const title = said?.title ?? say(words.newer);
  return (
    <li class={fresh ? 'unread' : undefined} data-row={notice.id} data-kind={notice.kind}>
      <strong>
        {path === null ? (
          title
        ) : (
          <a href={path} data-go="notice" onClick={read}>
            {title}
          </a>
        )}
      </strong>{' '}
      {fresh && <span class="badge">{say(words.new)}</span>}
      <p>{said?.body}</p>
      <div class="actions">
        <small>{moment(notice.sent_at)}</small>
        {fresh && (
          <button type="button" class="quiet" data-read onClick={read}>
            {say(words.read)}
          </button>
        )}
      </div>
    </li>
  );
}
