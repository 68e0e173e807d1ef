// The link to the notices in the frame, with how many of them were not read.

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { me } from '../../core/session';
import { say } from '../../core/words';
import { countUnread, forgetUnread, unread } from './unread';
import { words } from './words';

/** Leads to the notices; counted when a page is opened or looked at again, and not by a timer. */
export function InboxLink(): JSX.Element {
  const { path } = useLocation();
  const uid = me.value?.uid ?? '';
  useEffect(() => {
    if (uid === '') return;
    const look = () => {
      if (document.visibilityState === 'visible') void countUnread(uid);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [uid, path]);
  useEffect(() => forgetUnread, [uid]);
  const count = unread.value ?? 0;
  return (
    <a href="/notices" class="quiet button" data-unread={unread.value ?? undefined}>
      {count === 0 ? (
        say(words.inbox)
      ) : (
        <>
          {say(words.unread, { count })}
          <span class="hidden">{say(words.unreadMeans)}</span>
        </>
      )}
    </a>
  );
}
