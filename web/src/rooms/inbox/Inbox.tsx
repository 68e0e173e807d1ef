// The notices of whoever is signed in, the last one first.

import { noticeOf } from '@scanner/client';
import { serverTimestamp, updateDoc } from 'firebase/firestore';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { language, say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ListOf } from '../../ui/List';
import { words } from './words';

/** The page. */
export default function Inbox(): JSX.Element {
  const uid = me.value?.uid ?? '';
  const list = useList(() => scanner().lists.ownInbox({ uid }), [uid]);
  // The one field that people write by themselves; the SDK queues it without a connection.
  const read = (id: string) =>
    void updateDoc(scanner().documents.inboxItem(uid, id), { read_at: serverTimestamp() });
  return (
    <>
      <Heading title={words.inbox} />
      <ListOf list={list} empty={words.empty}>
        {(notices) => (
          <ul class="cards">
            {notices.map((notice) => {
              const said = noticeOf(notice, language.value);
              return (
                <li key={notice.id} class={notice.read_at ? undefined : 'unread'}>
                  <strong>{said?.title ?? say(words.newer)}</strong>
                  <p>{said?.body}</p>
                  <small>{moment(notice.sent_at)}</small>
                  {notice.read_at === null && (
                    <button type="button" class="quiet" onClick={() => read(notice.id)}>
                      {say(words.read)}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </ListOf>
    </>
  );
}
