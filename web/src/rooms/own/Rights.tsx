// The rights over one's own data: for everybody who can sign in, suspended people too.

import type { PrivacyRequest, RequestState } from '@scanner/client';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListOf } from '../../ui/List';
import { OneRequest } from '../requests/Request';
import { words } from './words';

/** What was asked, and the ways to ask. */
export function OwnRights({ uid }: { uid: string }): JSX.Element {
  const list = useList(() => scanner().lists.ownPrivacyRequests({ uid }), [uid]);
  // Not every account bears the mark of an erasure that waits: the requests tell it.
  const erasing = list.rows?.some(isErasing) ?? true;
  return (
    <>
      <p>{say(words.rightsText)}</p>
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
        {!erasing && (
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

const ENDED: readonly string[] = ['done', 'refused', 'withdrawn'] satisfies RequestState[];

const isErasing = ({ kind, state }: PrivacyRequest) => kind === 'erasure' && !ENDED.includes(state);

export default OwnRights;
