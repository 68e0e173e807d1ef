// The rights over one's own data: for everybody who can sign in, suspended people too.

import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { account } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListOf } from '../../ui/List';
import { OneRequest } from '../requests/Request';
import { words } from './words';

/** What was asked, and the ways to ask. */
export function OwnRights({ uid }: { uid: string }): JSX.Element {
  const list = useList(() => scanner().lists.ownPrivacyRequests({ uid }), [uid]);
  const erasure = account.value?.erasure ?? null;
  return (
    <>
      <p>{say(words.rightsText)}</p>
      {erasure && (
        <p class="fault" role="status">
          {say(words.erasureBegins, { at: moment(erasure.starts_at) })}
        </p>
      )}
      <ListOf list={list} empty={words.noRequests}>
        {(requests) => (
          <ul class="cards">
            {requests.map((request) => (
              <li key={request.id} data-row={request.id}>
                <OneRequest request={request} />
              </li>
            ))}
          </ul>
        )}
      </ListOf>
      <div class="actions">
        <ActionButton
          callable="privacy/request_export"
          ask={[]}
          label={words.export}
          about={<p>{say(words.exportAbout)}</p>}
        />
        {erasure === null && (
          <ActionButton
            callable="privacy/request_erasure"
            ask={[]}
            label={words.erase}
            danger
            about={<p>{say(words.eraseAbout)}</p>}
          />
        )}
      </div>
    </>
  );
}

export default OwnRights;
